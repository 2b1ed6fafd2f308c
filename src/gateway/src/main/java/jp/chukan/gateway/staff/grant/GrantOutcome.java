package jp.chukan.gateway.staff.grant;

import jp.chukan.contract.error.ErrorCode;

/** Outcome of what somebody does with a grant or an application for one. */
public sealed interface GrantOutcome {

  /**
   * It took effect.
   *
   * @param application number of the application that it was about, 0 for a grant that a file had
   *     brought
   */
  record Done(long application) implements GrantOutcome {}

  /**
   * It did not, and everything is as before.
   *
   * @param code why
   */
  record Refused(ErrorCode code) implements GrantOutcome {}
}
