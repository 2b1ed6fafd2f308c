package jp.chukan.gateway.export;

import java.time.Instant;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.staff.StaffIdentity;

/** Who may do what with an application; each says why not, empty when the person may. */
final class ExportRules {
  private static final int LONGEST = 200;

  private ExportRules() {}

  /** Approving or refusing: somebody else than the applicant, with the role for the kind. */
  static Optional<ErrorCode> refusalToDecide(StaffIdentity staff, ExportApplication application) {
    if (!application.kind().isDecidedBy(staff)) {
      return Optional.of(ErrorCode.SCM_EXPORT_NOT_ALLOWED);
    }
    if (application.decision() != null) {
      return Optional.of(ErrorCode.SCM_EXPORT_DECIDED);
    }
    return application.appliedBy().equals(staff.user())
        ? Optional.of(ErrorCode.SCM_EXPORT_SAME_PERSON)
        : Optional.empty();
  }

  static Optional<ErrorCode> refusalToWithdraw(StaffIdentity staff, ExportApplication application) {
    if (!application.appliedBy().equals(staff.user())) {
      return Optional.of(ErrorCode.SCM_EXPORT_NOT_ALLOWED);
    }
    return application.decision() == null
        ? Optional.empty()
        : Optional.of(ErrorCode.SCM_EXPORT_DECIDED);
  }

  /** Taking it out: the applicant, who still has a role for it, once and in time. */
  static Optional<ErrorCode> refusalToTake(
      StaffIdentity staff, ExportApplication application, Instant now) {
    if (!application.appliedBy().equals(staff.user()) || !application.kind().isTakenBy(staff)) {
      return Optional.of(ErrorCode.SCM_EXPORT_NOT_ALLOWED);
    }
    return switch (application.state(now)) {
      case READY -> Optional.empty();
      case WAITING, REFUSED, WITHDRAWN -> Optional.of(ErrorCode.SCM_EXPORT_NOT_APPROVED);
      case EXPIRED -> Optional.of(ErrorCode.SCM_EXPORT_EXPIRED);
      case TAKEN -> Optional.of(ErrorCode.SCM_EXPORT_TAKEN);
    };
  }

  /** Whether the person may see it at all. */
  static boolean isShownTo(StaffIdentity staff, ExportApplication application) {
    return application.appliedBy().equals(staff.user()) || application.kind().isDecidedBy(staff);
  }

  /** Who refuses says why; who approves may. */
  static Optional<ErrorCode> refusalOfComment(ExportDecision.Kind kind, String comment) {
    boolean missing = kind == ExportDecision.Kind.REFUSED && comment.isEmpty();
    return missing || comment.length() > LONGEST
        ? Optional.of(ErrorCode.SCM_EXPORT_COMMENT)
        : Optional.empty();
  }
}
