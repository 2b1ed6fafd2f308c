package jp.chukan.mocknetwork.residentnotice;

import java.util.List;

/**
 * Many residents in one message.
 *
 * @param residents each once
 */
public record ResidentNotices(List<ResidentNotice> residents) {
  public ResidentNotices {
    residents = List.copyOf(residents);
  }

  /**
   * What the receiver answers.
   *
   * @param renewed how many were newer than what it had
   */
  public record Taken(int renewed) {}
}
