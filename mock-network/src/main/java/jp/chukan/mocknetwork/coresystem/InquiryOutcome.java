package jp.chukan.mocknetwork.coresystem;

import jp.chukan.contract.error.Refusal;

/** What the core made of an inquiry. */
public sealed interface InquiryOutcome {
  /** A request with permit and path is on its way to the provider. */
  record Sent() implements InquiryOutcome {}

  /**
   * The core refused on its own; the provider learns nothing of it.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements InquiryOutcome {}
}
