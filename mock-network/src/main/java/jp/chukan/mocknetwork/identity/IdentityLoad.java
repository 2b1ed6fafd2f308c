package jp.chukan.mocknetwork.identity;

import java.util.List;

/**
 * 本人確認情報 of many residents who are not known yet, in one message: at the beginning.
 *
 * @param residents each an arrival
 */
public record IdentityLoad(List<IdentityInformation> residents) {
  /** Kind of message. */
  public static final String MESSAGE = "identity-load";

  public IdentityLoad {
    residents = List.copyOf(residents);
  }

  /**
   * What the receiver answers.
   *
   * @param residents how many it took: all or none
   */
  public record Loaded(int residents) {}
}
