package jp.chukan.gateway.municipal;

import java.time.Instant;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.inquiry.RefusedAnswer;
import org.jspecify.annotations.Nullable;

/** An answer that was not taken, as its institution sees it. */
record RefusedAnswerView(
    @Nullable ProcessingNumber processingNumber,
    String errorCode,
    String message,
    Instant receivedAt) {

  static RefusedAnswerView of(RefusedAnswer answer) {
    return new RefusedAnswerView(
        answer.processingNumber(),
        answer.code().id(),
        answer.code().message(),
        answer.receivedAt());
  }
}
