package jp.chukan.mocknetwork.residentrecords;

import java.time.Instant;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.application.ApplicationContent;
import jp.chukan.mocknetwork.application.ApplicationContent.MovingOut;
import jp.chukan.mocknetwork.application.ApplicationVersion;

/**
 * 「照合済の申請」: an application of which it is known whose it is, and which the staff has looked at
 * (I:38).
 *
 * @param id which submission
 * @param addresseeNumber 宛名番号 of the applicant
 * @param content what is applied for; a 転出届 goes with {@link MovingOutNotification}
 */
public record MatchedApplication(
    ApplicationVersion id, AddresseeNumber addresseeNumber, ApplicationContent content) {
  /** Kind of message. */
  public static final String MESSAGE = "matched-application";

  public MatchedApplication {
    if (content instanceof MovingOut) {
      throw new IllegalArgumentException("content");
    }
  }

  /**
   * The answer. Refused are UNKNOWN, ALREADY_REMOVED and LOCKED as with {@link ApplicantQuery},
   * SUPERSEDED for a version older than the one that was taken, and ALREADY_PRESENT for a newer one
   * (MU-16).
   *
   * @param at when it was first taken
   */
  public record Taken(Instant at) {}
}
