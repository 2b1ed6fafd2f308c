package jp.chukan.mocknetwork.inquiryrelay;

import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.InquiryFileLine;
import org.jspecify.annotations.Nullable;

/**
 * A line that the hub does not send.
 *
 * @param line number of the line, from 1
 * @param status how the line stands
 * @param code the row of the catalogue, null when the hub itself says why
 * @param message text for the staff of the business system
 */
record ToldBack(int line, InquiryStatus status, @Nullable ErrorCode code, String message) {
  static final String UNKNOWN_ADDRESSEE = "宛名番号が宛名管理システムに登録されていません。";

  static ToldBack of(InquiryFileLine.Unreadable line) {
    return new ToldBack(
        line.number(), InquiryStatus.MALFORMED, line.fault().code(), line.fault().message());
  }

  /** The hub knows nobody by the number of the line. */
  static ToldBack unknown(int line) {
    return new ToldBack(line, InquiryStatus.REFUSED, null, UNKNOWN_ADDRESSEE);
  }
}
