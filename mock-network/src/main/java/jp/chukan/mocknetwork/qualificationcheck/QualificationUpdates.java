package jp.chukan.mocknetwork.qualificationcheck;

import java.util.List;

/**
 * 「資格情報」 as the 医療保険者等向け中間サーバー等 puts it out: without 個人番号 (T:2143).
 *
 * @param qualifications each person once
 */
public record QualificationUpdates(List<Qualification> qualifications) {
  /** Kind of message. */
  public static final String MESSAGE = "qualifications";

  public QualificationUpdates {
    qualifications = List.copyOf(qualifications);
  }

  /**
   * What the receiver answers.
   *
   * @param renewed how many were newer than what it had
   */
  public record Taken(int renewed) {}
}
