package jp.chukan.mocknetwork.supplement;

import java.util.List;

/**
 * Looks for persons in the file of the 附票都道府県サーバ, or at the 附票全国サーバ (G:51, JN-10, JN-13).
 *
 * @param purpose who asks, for what
 * @param conditions what they must meet
 */
public record SupplementSearch(Purpose purpose, SupplementConditions conditions) {
  /** Kind of message: in the file of the server that takes it. */
  public static final String MESSAGE = "supplement-search";

  /** Kind of message: the server that takes it asks the 附票全国サーバ. */
  public static final String INQUIRY = "supplement-inquiry";

  /**
   * The answer.
   *
   * @param persons whoever meets every condition
   */
  public record Found(List<SupplementInformation> persons) {
    public Found {
      persons = List.copyOf(persons);
    }
  }
}
