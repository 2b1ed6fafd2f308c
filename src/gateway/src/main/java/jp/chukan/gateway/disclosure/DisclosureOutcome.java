package jp.chukan.gateway.disclosure;

import jp.chukan.contract.error.Refusal;

/** What the door says to a request: exactly one of these. */
public sealed interface DisclosureOutcome {

  /** Answered, with an envelope or with a refusal, signed by the institution. */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Answered(byte[] signed) implements DisclosureOutcome {}

  /**
   * Nothing of the request could be believed: there is nobody to whom an answer could be signed.
   */
  record Refused(Refusal refusal) implements DisclosureOutcome {}
}
