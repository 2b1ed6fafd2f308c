package jp.chukan.gateway.correction;

import static jp.chukan.gateway.correction.ProposalAction.APPROVE;
import static jp.chukan.gateway.correction.ProposalAction.CONFIRM;
import static jp.chukan.gateway.correction.ProposalAction.ENTER;
import static jp.chukan.gateway.correction.ProposalAction.LAPSE;
import static jp.chukan.gateway.correction.ProposalAction.RETURN;
import static jp.chukan.gateway.correction.ProposalAction.REVISE;
import static jp.chukan.gateway.correction.ProposalAction.WITHDRAW;
import static jp.chukan.gateway.correction.ProposalState.APPROVED;
import static jp.chukan.gateway.correction.ProposalState.CHECKED;
import static jp.chukan.gateway.correction.ProposalState.CHECKED_ONCE;
import static jp.chukan.gateway.correction.ProposalState.ENTERED;
import static jp.chukan.gateway.correction.ProposalState.RETURNED;
import static jp.chukan.gateway.correction.ProposalState.WITHDRAWN;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;

import java.util.Arrays;
import java.util.Optional;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * The whole state machine of a proposal (MS-54, MS-55): what is not in this table cannot be done.
 * That the persons differ is a rule of its own, {@link ProposalRules}.
 */
enum ProposalTable {
  OFFICER_ENTERS(null, ENTER, OFFICER, ENTERED),
  OFFICER_CONFIRMS(ENTERED, CONFIRM, OFFICER, CHECKED_ONCE),
  APPROVER_CONFIRMS(ENTERED, CONFIRM, APPROVER, CHECKED_ONCE),
  OFFICER_CONFIRMS_TOO(CHECKED_ONCE, CONFIRM, OFFICER, CHECKED),
  APPROVER_CONFIRMS_TOO(CHECKED_ONCE, CONFIRM, APPROVER, CHECKED),
  OFFICER_RETURNS(ENTERED, RETURN, OFFICER, RETURNED),
  APPROVER_RETURNS(ENTERED, RETURN, APPROVER, RETURNED),
  OFFICER_RETURNS_CHECKED_ONCE(CHECKED_ONCE, RETURN, OFFICER, RETURNED),
  APPROVER_RETURNS_CHECKED_ONCE(CHECKED_ONCE, RETURN, APPROVER, RETURNED),
  APPROVER_RETURNS_CHECKED(CHECKED, RETURN, APPROVER, RETURNED),
  APPROVER_APPROVES(CHECKED, APPROVE, APPROVER, APPROVED),
  REPLICA_CHANGED(CHECKED, LAPSE, null, RETURNED),
  OFFICER_REVISES(RETURNED, REVISE, OFFICER, ENTERED),
  OFFICER_WITHDRAWS(ENTERED, WITHDRAW, OFFICER, WITHDRAWN),
  OFFICER_WITHDRAWS_CHECKED_ONCE(CHECKED_ONCE, WITHDRAW, OFFICER, WITHDRAWN),
  OFFICER_WITHDRAWS_CHECKED(CHECKED, WITHDRAW, OFFICER, WITHDRAWN),
  OFFICER_WITHDRAWS_RETURNED(RETURNED, WITHDRAW, OFFICER, WITHDRAWN);

  private final @Nullable ProposalState from;
  private final ProposalAction action;
  private final @Nullable StaffRole role;
  private final ProposalState to;

  ProposalTable(
      @Nullable ProposalState from,
      ProposalAction action,
      @Nullable StaffRole role,
      ProposalState to) {
    this.from = from;
    this.action = action;
    this.role = role;
    this.to = to;
  }

  /**
   * How a proposal stands after the action.
   *
   * @param from null before there is one
   * @param role in which a person acts, null when nobody does
   * @return empty when it cannot be done
   */
  static Optional<ProposalState> next(
      @Nullable ProposalState from, ProposalAction action, @Nullable StaffRole role) {
    return Arrays.stream(values())
        .filter(row -> row.from == from && row.action == action && row.role == role)
        .map(row -> row.to)
        .findFirst();
  }

  /** Whether the role can do this in any state. */
  static boolean knows(ProposalAction action, StaffRole role) {
    return Arrays.stream(values()).anyMatch(row -> row.action == action && row.role == role);
  }
}
