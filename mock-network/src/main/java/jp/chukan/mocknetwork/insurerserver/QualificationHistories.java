package jp.chukan.mocknetwork.insurerserver;

import java.util.List;

/**
 * 「資格履歴ファイル」 of one 委託区画.
 *
 * @param partition five digits of the municipality whose partition it is
 * @param histories each person once
 */
public record QualificationHistories(String partition, List<QualificationHistory> histories) {
  /** Kind of message. */
  public static final String MESSAGE = "qualification-histories";

  public QualificationHistories {
    histories = List.copyOf(histories);
  }

  /**
   * What the receiver answers.
   *
   * @param renewed how many were newer than what it had
   */
  public record Taken(int renewed) {}
}
