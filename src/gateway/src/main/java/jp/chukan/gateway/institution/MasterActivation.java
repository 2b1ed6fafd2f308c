package jp.chukan.gateway.institution;

import jp.chukan.contract.error.Refusal;

/** What became of an activation: exactly one of these for each. */
public sealed interface MasterActivation {

  /**
   * In force from now on.
   *
   * @param version 版
   */
  record Activated(int version) implements MasterActivation {}

  /**
   * It was in force already; nothing changed.
   *
   * @param version 版
   */
  record Unchanged(int version) implements MasterActivation {}

  /**
   * Not activated; what was in force stays in force.
   *
   * @param refusal which rule it broke
   */
  record Refused(Refusal refusal) implements MasterActivation {}
}
