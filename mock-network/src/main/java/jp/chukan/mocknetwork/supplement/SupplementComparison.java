package jp.chukan.mocknetwork.supplement;

import java.util.List;

/**
 * 「整合性確認」: all 附票 of the sender, to be compared with those that the receiver has of it (JN-07,
 * G:528).
 *
 * @param entries each person once
 */
public record SupplementComparison(List<SupplementInformation> entries) {
  /** Kind of message. */
  public static final String MESSAGE = "supplement-comparison";

  public SupplementComparison {
    entries = List.copyOf(entries);
  }

  /**
   * What the receiver answers at once; the result comes by itself.
   *
   * @param entries how many it got
   */
  public record Received(int entries) {}
}
