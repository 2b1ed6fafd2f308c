package jp.chukan.mocknetwork.residentrecords;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.application.ApplicationContent.MovingOut;
import jp.chukan.mocknetwork.application.ApplicationVersion;

/**
 * 「転出届」 that was applied for electronically (住民基本台帳法第24条). Answered and refused like {@link
 * MatchedApplication}.
 *
 * @param id which submission
 * @param addresseeNumber 宛名番号 of the applicant
 * @param movingOut who goes where
 * @param at when it takes effect, not before the 転出予定日
 */
public record MovingOutNotification(
    ApplicationVersion id, AddresseeNumber addresseeNumber, MovingOut movingOut, Instant at) {
  /** Kind of message. */
  public static final String MESSAGE = "notification-of-moving-out";

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  public MovingOutNotification {
    if (LocalDate.ofInstant(at, JAPAN).isBefore(movingOut.on())) {
      throw new IllegalArgumentException("at");
    }
  }
}
