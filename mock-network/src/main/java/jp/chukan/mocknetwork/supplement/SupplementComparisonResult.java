package jp.chukan.mocknetwork.supplement;

import java.time.Instant;
import java.util.List;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * 「整合性確認結果」, told to whom the original is (JN-07, G:122).
 *
 * @param comparedAt when
 * @param same how many say the same
 * @param differences the others
 */
public record SupplementComparisonResult(
    Instant comparedAt, int same, List<Difference> differences) {
  /** Kind of message. */
  public static final String MESSAGE = "supplement-comparison-result";

  public SupplementComparisonResult {
    differences = List.copyOf(differences);
    if (same < 0) {
      throw new IllegalArgumentException("same");
    }
  }

  /** What is wrong with a 附票. */
  public enum Kind {
    /** Both have it and say different things. */
    DIFFERENT,
    /** Only the original has it. */
    MISSING,
    /** Only the copy has it. */
    SURPLUS
  }

  /**
   * A 附票 that is not the same.
   *
   * @param recordCode whose
   * @param kind what is wrong
   */
  public record Difference(ResidentRecordCode recordCode, Kind kind) {}

  /** What the receiver answers. */
  public record Received(int differences) {}

  /**
   * The 既存住基システム asks its 市町村CS for the results.
   *
   * @param since only later ones
   */
  public record Query(Instant since) {
    /** Kind of message. */
    public static final String MESSAGE = "supplement-comparison-results";
  }

  /**
   * The answer.
   *
   * @param results oldest first
   */
  public record Results(List<SupplementComparisonResult> results) {
    public Results {
      results = List.copyOf(results);
    }
  }
}
