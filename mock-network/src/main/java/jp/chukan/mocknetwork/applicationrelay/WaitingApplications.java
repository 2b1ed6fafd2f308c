package jp.chukan.mocknetwork.applicationrelay;

import java.util.List;
import jp.chukan.mocknetwork.application.SignedApplication;

/**
 * The 申請管理システム fetches what waits: the connection comes from inside (MU-15).
 *
 * @param most how many at a time
 */
public record WaitingApplications(int most) {
  /** Kind of message. */
  public static final String MESSAGE = "waiting-applications";

  private static final int MOST = 20;

  public WaitingApplications {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("most");
    }
  }

  /**
   * The answer. They stay until {@link TakenApplications} says that they were taken.
   *
   * @param applications oldest first
   */
  public record Reply(List<SignedApplication> applications) {
    public Reply {
      applications = List.copyOf(applications);
    }
  }
}
