package jp.chukan.gateway.deadletter;

import jp.chukan.contract.error.ErrorCode;

/** What became of a decision about a dead letter. */
public sealed interface LetterOutcome {

  /** It is done. */
  record Done() implements LetterOutcome {}

  /**
   * It is not.
   *
   * @param code why
   */
  record Refused(ErrorCode code) implements LetterOutcome {}

  /** This institution has no such letter. */
  record Unknown() implements LetterOutcome {}
}
