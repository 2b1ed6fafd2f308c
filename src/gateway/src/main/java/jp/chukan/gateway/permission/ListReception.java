package jp.chukan.gateway.permission;

import jp.chukan.contract.error.Refusal;

/** What became of a 「照会許可照合リスト」 that arrived: exactly one of these for every reception. */
public sealed interface ListReception {

  /**
   * A newer version: kept with all its entries, and in force from now on.
   *
   * @param version 版
   * @param entries how many entries it has
   */
  record Stored(int version, int entries) implements ListReception {}

  /**
   * The version in force, once more; nothing changed.
   *
   * @param version 版
   */
  record Unchanged(int version) implements ListReception {}

  /**
   * Not taken; what was in force stays in force.
   *
   * @param refusal which rule it broke
   */
  record Refused(Refusal refusal) implements ListReception {}
}
