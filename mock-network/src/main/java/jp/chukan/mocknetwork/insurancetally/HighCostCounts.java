package jp.chukan.mocknetwork.insurancetally;

import java.time.YearMonth;
import java.util.List;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;

/**
 * 「高額該当回数」, back to the municipality (T:2131).
 *
 * @param counts one for each report
 */
public record HighCostCounts(List<Count> counts) {
  /** Kind of message. */
  public static final String MESSAGE = "high-cost-counts";

  public HighCostCounts {
    counts = List.copyOf(counts);
  }

  /**
   * How often it was within twelve months, in the whole prefecture.
   *
   * @param month of the report, the last of the twelve
   * @param count how many of the twelve, with this one
   * @param manyTimes 多数回該当: from the fourth on the person pays less
   */
  public record Count(InsuredNumber insured, YearMonth month, int count, boolean manyTimes) {}

  /**
   * What the receiver answers.
   *
   * @param counts how many it took
   */
  public record Taken(int counts) {}
}
