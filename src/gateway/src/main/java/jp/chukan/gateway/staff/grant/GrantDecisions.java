package jp.chukan.gateway.staff.grant;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;

import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.staff.StaffIdentity;

/** Who may decide an application for a grant: an administrator who has no part in it (MU-13). */
final class GrantDecisions {
  private GrantDecisions() {}

  /**
   * @return why not, empty when the person may
   */
  static Optional<ErrorCode> refusalOf(
      StaffIdentity administrator, Optional<GrantApplication> application) {
    if (!administrator.mayActAs(ADMINISTRATOR)) {
      return Optional.of(ErrorCode.SCM_GRANT_NOT_ALLOWED);
    }
    if (application.isEmpty()) {
      return Optional.of(ErrorCode.SCM_GRANT_UNKNOWN);
    }
    if (!application.get().isWaiting()) {
      return Optional.of(ErrorCode.SCM_GRANT_DECIDED);
    }
    boolean takesPart =
        application.get().appliedBy().equals(administrator.user())
            || application.get().grant().user().equals(administrator.user());
    return takesPart ? Optional.of(ErrorCode.SCM_GRANT_SAME_PERSON) : Optional.empty();
  }
}
