package jp.chukan.mocknetwork.residentnotice;

import java.util.List;

/**
 * Many residents in one message.
 *
 * @param residents each once
 */
public record ResidentNotices(List<ResidentNotice> residents) {
  /** Kind of message. */
  public static final String MESSAGE = "residents";

  public ResidentNotices {
    residents = List.copyOf(residents);
    if (residents.stream().map(ResidentNotice::position).distinct().count() < residents.size()) {
      throw new IllegalArgumentException("residents");
    }
  }

  /**
   * What the receiver answers.
   *
   * @param renewed how many were newer than what it had
   */
  public record Taken(int renewed) {}
}
