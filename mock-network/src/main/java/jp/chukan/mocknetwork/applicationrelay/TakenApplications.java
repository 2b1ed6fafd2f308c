package jp.chukan.mocknetwork.applicationrelay;

import java.util.List;
import jp.chukan.mocknetwork.application.ApplicationVersion;

/**
 * The 申請管理システム has these: the 連携サーバ erases them (MU-17, I:327).
 *
 * @param applications which
 */
public record TakenApplications(List<ApplicationVersion> applications) {
  /** Kind of message. */
  public static final String MESSAGE = "applications-taken";

  public TakenApplications {
    applications = List.copyOf(applications);
  }

  /**
   * The answer.
   *
   * @param erased how many copies there were; none when it was told before
   */
  public record Reply(int erased) {}
}
