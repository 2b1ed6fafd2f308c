package jp.chukan.gateway.inquiry;

import jp.chukan.contract.code.InquiryStatus;

/**
 * How an inquiry stands (MS-78). It begins as {@link #ACCEPTED}, {@link #MALFORMED} or {@link
 * #REFUSED}; an accepted one is sent and ends once.
 */
enum InquiryState {
  /** Every check passed; it waits to be sent. */
  ACCEPTED(InquiryStatus.ACCEPTED),
  /** The network has taken it over. */
  SENT(InquiryStatus.INQUIRING),
  /** Answered: the items are here. */
  PROVIDED(InquiryStatus.COMPLETED),
  /** A line of a file that cannot be read. */
  MALFORMED(InquiryStatus.MALFORMED),
  /** Refused here: it never left. */
  REFUSED(InquiryStatus.REFUSED),
  /** Declined by the network or the provider. */
  DECLINED(InquiryStatus.DECLINED),
  /** No answer came in time. */
  UNANSWERED(InquiryStatus.UNANSWERED);

  private final InquiryStatus status;

  InquiryState(InquiryStatus status) {
    this.status = status;
  }

  /** What the municipality is told. */
  InquiryStatus status() {
    return status;
  }

  boolean isOpen() {
    return this == ACCEPTED || this == SENT;
  }
}
