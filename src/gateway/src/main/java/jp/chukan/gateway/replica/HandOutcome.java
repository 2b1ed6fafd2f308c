package jp.chukan.gateway.replica;

import jp.chukan.contract.error.Refusal;

/** What became of a change by hand: exactly one of these. */
public sealed interface HandOutcome {

  /** It is stored. */
  record Effective() implements HandOutcome {}

  /** What is stored is not what the person had seen: nothing was changed. */
  record Changed() implements HandOutcome {}

  /**
   * A rule of registration forbids it by now: nothing was changed.
   *
   * @param refusal which rule, and where
   */
  record Refused(Refusal refusal) implements HandOutcome {}
}
