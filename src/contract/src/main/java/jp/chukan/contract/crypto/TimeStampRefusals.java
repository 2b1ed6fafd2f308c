package jp.chukan.contract.crypto;

import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;

/** How a time stamp is refused: the code for whoever asks, the reason for the operators. */
final class TimeStampRefusals {
  private TimeStampRefusals() {}

  static InvalidInputException refused(ErrorCode code, String reason) {
    return refused(code, new RefusedCryptoException(reason));
  }

  static InvalidInputException refused(ErrorCode code, Throwable cause) {
    return new InvalidInputException(Refusal.of(code), cause);
  }
}
