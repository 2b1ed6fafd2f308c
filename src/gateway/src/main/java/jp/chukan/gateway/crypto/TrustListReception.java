package jp.chukan.gateway.crypto;

import jp.chukan.contract.error.Refusal;

/** What became of a 「信頼リスト」 that arrived: exactly one of these for every reception. */
public sealed interface TrustListReception {

  /**
   * A newer version: kept, and in force from now on.
   *
   * @param version 版
   */
  record Stored(int version) implements TrustListReception {}

  /**
   * The version in force, once more; nothing changed.
   *
   * @param version 版
   */
  record Unchanged(int version) implements TrustListReception {}

  /**
   * Not taken; what was in force stays in force.
   *
   * @param refusal which rule it broke
   */
  record Refused(Refusal refusal) implements TrustListReception {}
}
