package jp.chukan.mocknetwork.applicationrelay;

import java.util.List;
import jp.chukan.mocknetwork.application.ApplicationStatus;

/**
 * The 電子申請機能 fetches statuses, and says with it up to where it has them: those are erased (MU-17).
 *
 * @param taken position of the last that it has, 0 for none
 */
public record StatusQuery(long taken) {
  /** Kind of message. */
  public static final String MESSAGE = "application-statuses";

  public StatusQuery {
    if (taken < 0) {
      throw new IllegalArgumentException("taken");
    }
  }

  /**
   * The answer.
   *
   * @param statuses oldest first
   * @param last position of the last of them, or what was asked with when there is none
   */
  public record Reply(List<ApplicationStatus> statuses, long last) {
    public Reply {
      statuses = List.copyOf(statuses);
    }
  }
}
