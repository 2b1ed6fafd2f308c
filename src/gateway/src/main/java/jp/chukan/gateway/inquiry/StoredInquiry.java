package jp.chukan.gateway.inquiry;

import org.jspecify.annotations.Nullable;

/** What is there under a 「処理通番」: exactly one of these. */
sealed interface StoredInquiry {

  /** Waits to be sent, or for its answer. */
  record Open(OpenInquiry inquiry) implements StoredInquiry {}

  /**
   * Ended; nothing changes it any more.
   *
   * @param state how
   * @param answerDigest SHA-256 of the answer that ended it, null when none did
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one but with MessageDigest.isEqual
  record Ended(InquiryState state, byte @Nullable [] answerDigest) implements StoredInquiry {}

  /** There is no such inquiry. */
  record Unknown() implements StoredInquiry {}
}
