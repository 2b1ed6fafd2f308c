package jp.chukan.gateway.staff.account;

import java.time.Instant;

/** Outcome of asking for the one-time code of the first administrator. */
public sealed interface FirstAdministratorCode {

  /**
   * The code, which is shown this once and kept nowhere.
   *
   * @param code the code itself
   * @param expiresAt when it is worth nothing any more
   */
  record Made(String code, Instant expiresAt) implements FirstAdministratorCode {

    /** Never shows the code. */
    @Override
    public String toString() {
      return "Made[until " + expiresAt + "]";
    }
  }

  /** None was made. */
  record Refused(AccountRefusal refusal) implements FirstAdministratorCode {}
}
