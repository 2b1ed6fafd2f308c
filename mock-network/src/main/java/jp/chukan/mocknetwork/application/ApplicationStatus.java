package jp.chukan.mocknetwork.application;

import java.util.Optional;

/**
 * 「申請状況」; nothing about the person.
 *
 * @param id which submission
 * @param state how far it is
 * @param reason why it was given back, empty when it was not
 */
public record ApplicationStatus(
    ApplicationVersion id, ApplicationState state, Optional<ReturnReason> reason) {
  /** Kind of message from 申請管理システム to 連携サーバ. */
  public static final String MESSAGE = "application-status";

  public ApplicationStatus {
    if (reason.isPresent() != (state == ApplicationState.RETURNED)) {
      throw new IllegalArgumentException("reason");
    }
  }

  /** One that was not given back. */
  public static ApplicationStatus of(ApplicationVersion id, ApplicationState state) {
    return new ApplicationStatus(id, state, Optional.empty());
  }

  /** One that was given back. */
  public static ApplicationStatus returned(ApplicationVersion id, ReturnReason reason) {
    return new ApplicationStatus(id, ApplicationState.RETURNED, Optional.of(reason));
  }
}
