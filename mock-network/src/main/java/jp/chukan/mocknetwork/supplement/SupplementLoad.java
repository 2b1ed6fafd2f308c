package jp.chukan.mocknetwork.supplement;

import java.util.List;

/**
 * 附票 of many persons, as they are at the beginning (初期移行).
 *
 * @param entries each person once
 */
public record SupplementLoad(List<SupplementChange> entries) {
  /** Kind of message. */
  public static final String MESSAGE = "supplement-load";

  public SupplementLoad {
    entries = List.copyOf(entries);
  }

  /**
   * What the receiver answers.
   *
   * @param taken how many it did not have
   */
  public record Loaded(int taken) {}
}
