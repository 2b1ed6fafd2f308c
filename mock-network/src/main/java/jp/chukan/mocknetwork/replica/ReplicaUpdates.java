package jp.chukan.mocknetwork.replica;

import java.util.List;

/**
 * What a business system wants to have registered, in one message.
 *
 * @param updates of each person at most one of the same 特定個人情報
 */
public record ReplicaUpdates(List<ReplicaUpdate> updates) {
  /** Kind of message. */
  public static final String MESSAGE = "replicas";

  public ReplicaUpdates {
    updates = List.copyOf(updates);
  }

  /**
   * What came of it.
   *
   * @param accepted how many are registered
   * @param refused how many are not
   */
  public record Counts(int accepted, int refused) {}
}
