package jp.chukan.gateway.inquiry;

import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;

/** What became of one inquiry of a request at its acceptance. */
sealed interface LineOutcome {

  /**
   * It will be sent; or it was taken before, and this is what it got then.
   *
   * @param reception under which its result is fetched
   * @param number 「処理通番」
   */
  record Accepted(ReceptionNumber reception, ProcessingNumber number) implements LineOutcome {}

  /** It would have been accepted, had the message not been a test. */
  record Rehearsed() implements LineOutcome {}

  /**
   * It stays here.
   *
   * @param code the first rule that it breaks
   */
  record Refused(ErrorCode code) implements LineOutcome {}
}
