package jp.chukan.gateway.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.Grants;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Component;

/**
 * Says, in one place, who may do what with a case; no unless everything says yes. Refuses, in this
 * order:
 *
 * <ul>
 *   <li>{@link ErrorCode#TKY_CASE_ROLE} no role of the person does this (MS-07)
 *   <li>{@link ErrorCode#TKY_CASE_PASSKEY} the role demands a passkey in this session
 *   <li>{@link ErrorCode#TKY_CASE_NOT_GRANTED} no grant to provide for the 「事務」 on this day (MS-11,
 *       MS-23)
 *   <li>{@link ErrorCode#TKY_CASE_STATE} not from where the case stands
 *   <li>{@link ErrorCode#TKY_CASE_SAME_PERSON} who prepared does not decide (MS-06)
 * </ul>
 */
@Component
public class ApprovalRules {
  private final Grants grants;

  ApprovalRules(Grants grants) {
    this.grants = grants;
  }

  /** What the rules say. */
  public sealed interface Verdict {
    /**
     * It may be done.
     *
     * @param role in which the person acts
     * @param next how the case stands afterwards
     */
    record Allowed(StaffRole role, ApprovalState next) implements Verdict {}

    /**
     * It may not.
     *
     * @param code why
     */
    record Denied(ErrorCode code) implements Verdict {}
  }

  /**
   * Whether the person may do this for the 「事務」 at all, wherever the case stands; asked in the open
   * transaction of the institution.
   *
   * @return why not, empty when yes
   */
  public Optional<ErrorCode> refusalOf(
      StaffIdentity who, ApprovalAction action, AffairCode affair, Instant at) {
    List<StaffRole> fitting =
        who.roles().stream().filter(role -> ApprovalTable.knows(action, role)).toList();
    if (fitting.isEmpty()) {
      return Optional.of(ErrorCode.TKY_CASE_ROLE);
    }
    if (fitting.stream().noneMatch(who::mayActAs)) {
      return Optional.of(ErrorCode.TKY_CASE_PASSKEY);
    }
    boolean granted =
        grants.permits(
            who.user(), who.department(), affair, GrantedFunction.PROVISION, JapanDay.of(at));
    return granted ? Optional.empty() : Optional.of(ErrorCode.TKY_CASE_NOT_GRANTED);
  }

  /** Whether the person may do this with the case as it stands. */
  public Verdict judge(StaffIdentity who, ApprovalAction action, LockedCase held, Instant at) {
    Optional<ErrorCode> refusal = refusalOf(who, action, held.affair(), at);
    if (refusal.isPresent()) {
      return new Verdict.Denied(refusal.get());
    }
    for (StaffRole role : StaffRole.values()) {
      Optional<ApprovalState> next = ApprovalTable.next(held.state(), action, role);
      if (next.isPresent() && who.mayActAs(role)) {
        boolean decides = role == StaffRole.APPROVER && action != ApprovalAction.LOOK;
        return decides && isPreparer(who.user(), held)
            ? new Verdict.Denied(ErrorCode.TKY_CASE_SAME_PERSON)
            : new Verdict.Allowed(role, next.get());
      }
    }
    return new Verdict.Denied(ErrorCode.TKY_CASE_STATE);
  }

  private static boolean isPreparer(UserId user, LockedCase held) {
    return held.preparation().filter(prepared -> prepared.by().equals(user)).isPresent();
  }
}
