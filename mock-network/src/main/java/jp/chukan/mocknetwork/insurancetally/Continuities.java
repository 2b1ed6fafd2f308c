package jp.chukan.mocknetwork.insurancetally;

import java.time.LocalDate;
import java.util.List;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;

/**
 * 「資格継続」: since when persons have been insured in the prefecture, back to their municipality
 * (T:2131).
 *
 * @param continuities each person once
 */
public record Continuities(List<Continuity> continuities) {
  /** Kind of message. */
  public static final String MESSAGE = "continuities";

  public Continuities {
    continuities = List.copyOf(continuities);
  }

  /**
   * One person.
   *
   * @param insured who
   * @param acquiredOn 資格取得年月日 in the municipality that this is about
   * @param continuousSince 資格取得年月日 in the prefecture
   * @param highCostMonths how many months of 高額療養費 count on
   */
  public record Continuity(
      InsuredNumber insured, LocalDate acquiredOn, LocalDate continuousSince, int highCostMonths) {}

  /**
   * What the receiver answers.
   *
   * @param continuities how many it took
   */
  public record Taken(int continuities) {}
}
