package jp.chukan.gateway.approval;

import static jp.chukan.gateway.approval.ApprovalAction.APPROVE;
import static jp.chukan.gateway.approval.ApprovalAction.ASK_BACK;
import static jp.chukan.gateway.approval.ApprovalAction.DECLINE;
import static jp.chukan.gateway.approval.ApprovalAction.EXPIRE;
import static jp.chukan.gateway.approval.ApprovalAction.LAPSE;
import static jp.chukan.gateway.approval.ApprovalAction.LOOK;
import static jp.chukan.gateway.approval.ApprovalAction.PROVIDE;
import static jp.chukan.gateway.approval.ApprovalAction.PROVIDE_PART;
import static jp.chukan.gateway.approval.ApprovalAction.REFUSE;
import static jp.chukan.gateway.approval.ApprovalAction.RETURN;
import static jp.chukan.gateway.approval.ApprovalState.APPROVED;
import static jp.chukan.gateway.approval.ApprovalState.AWAITING;
import static jp.chukan.gateway.approval.ApprovalState.DECLINED;
import static jp.chukan.gateway.approval.ApprovalState.EXPIRED;
import static jp.chukan.gateway.approval.ApprovalState.PREPARED;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;

import java.util.Arrays;
import java.util.Optional;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * The whole state machine of a case (MS-05, MS-06, MS-07, MU-10): what is not in this table cannot
 * be done.
 */
enum ApprovalTable {
  OFFICER_LOOKS(AWAITING, LOOK, OFFICER, AWAITING),
  APPROVER_LOOKS(AWAITING, LOOK, APPROVER, AWAITING),
  OFFICER_LOOKS_AGAIN(PREPARED, LOOK, OFFICER, PREPARED),
  APPROVER_LOOKS_AT_PREPARED(PREPARED, LOOK, APPROVER, PREPARED),
  OFFICER_PROVIDES(AWAITING, PROVIDE, OFFICER, PREPARED),
  OFFICER_PROVIDES_PART(AWAITING, PROVIDE_PART, OFFICER, PREPARED),
  OFFICER_REFUSES(AWAITING, REFUSE, OFFICER, PREPARED),
  OFFICER_ASKS_BACK(AWAITING, ASK_BACK, OFFICER, AWAITING),
  APPROVER_APPROVES(PREPARED, APPROVE, APPROVER, APPROVED),
  APPROVER_DECLINES(PREPARED, DECLINE, APPROVER, DECLINED),
  APPROVER_RETURNS(PREPARED, RETURN, APPROVER, AWAITING),
  PERMIT_RUNS_OUT(AWAITING, EXPIRE, null, EXPIRED),
  PERMIT_RUNS_OUT_WHEN_PREPARED(PREPARED, EXPIRE, null, EXPIRED),
  CONTENT_CHANGES(PREPARED, LAPSE, null, AWAITING);

  private final ApprovalState from;
  private final ApprovalAction action;
  private final @Nullable StaffRole role;
  private final ApprovalState to;

  ApprovalTable(
      ApprovalState from, ApprovalAction action, @Nullable StaffRole role, ApprovalState to) {
    this.from = from;
    this.action = action;
    this.role = role;
    this.to = to;
  }

  /**
   * How a case stands after the action.
   *
   * @param role in which a person acts, null when nobody does
   * @return empty when it cannot be done
   */
  static Optional<ApprovalState> next(
      ApprovalState from, ApprovalAction action, @Nullable StaffRole role) {
    return Arrays.stream(values())
        .filter(row -> row.from == from && row.action == action && row.role == role)
        .map(row -> row.to)
        .findFirst();
  }

  /** Whether the role can do this in any state. */
  static boolean knows(ApprovalAction action, StaffRole role) {
    return Arrays.stream(values()).anyMatch(row -> row.action == action && row.role == role);
  }
}
