package jp.chukan.gateway.correction;

import java.time.Instant;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.replica.ReplicaChange;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * A step that is about to be taken.
 *
 * @param action what is done
 * @param who does it, null when nobody does
 * @param role in which the person acts, null when nobody does
 * @param comment what the person wrote, null when nothing
 * @param change what is proposed, null when the step proposes nothing
 * @param at when
 */
record ProposalMove(
    ProposalAction action,
    @Nullable StaffIdentity who,
    @Nullable StaffRole role,
    @Nullable StaffComment comment,
    @Nullable ReplicaChange change,
    Instant at) {

  static ProposalMove by(
      StaffIdentity who,
      StaffRole role,
      ProposalAction action,
      @Nullable StaffComment comment,
      Instant at) {
    return new ProposalMove(action, who, role, comment, null, at);
  }

  /** What is stored is no longer what was seen. */
  static ProposalMove lapse(Instant at) {
    return new ProposalMove(ProposalAction.LAPSE, null, null, null, null, at);
  }

  ProposalMove proposing(ReplicaChange proposed) {
    return new ProposalMove(action, who, role, comment, proposed, at);
  }
}
