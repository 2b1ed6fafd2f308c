package jp.chukan.gateway.correction;

import java.time.Instant;
import java.util.Objects;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.correction.CorrectionOutcome.Done;
import jp.chukan.gateway.correction.CorrectionOutcome.Lapsed;
import jp.chukan.gateway.correction.ProposalDoor.Attempt;
import jp.chukan.gateway.replica.HandOutcome;
import jp.chukan.gateway.replica.HandRegistration;
import jp.chukan.gateway.replica.ReplicasByHand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What becomes of a proposal after it was entered. Its 「承認」 and the change of the 「副本」 are one:
 * what was seen by all is replaced by what was seen by all, or the proposal goes back (MS-54,
 * MS-55).
 */
@Component
class DecideProposal {
  private final ProposalDoor door;
  private final Proposals proposals;
  private final ReplicasByHand replicas;

  DecideProposal(ProposalDoor door, Proposals proposals, ReplicasByHand replicas) {
    this.door = door;
    this.proposals = proposals;
    this.replicas = replicas;
  }

  /** 「確認」, 「差戻し」, 「取下げ」: nothing but the step. */
  CorrectionOutcome step(Attempt attempt, ProposalAction action, @Nullable StaffComment comment) {
    return door.act(
        attempt,
        action,
        (held, role, now) ->
            done(proposals.take(held, ProposalMove.by(attempt.who(), role, action, comment, now))));
  }

  CorrectionOutcome approve(Attempt attempt, @Nullable StaffComment comment) {
    return door.act(
        attempt,
        ProposalAction.APPROVE,
        (held, role, now) ->
            switch (replicas.bringIntoEffect(registration(held), held.change())) {
              case HandOutcome.Effective effective ->
                  done(
                      proposals.take(
                          held,
                          ProposalMove.by(
                              attempt.who(), role, ProposalAction.APPROVE, comment, now)));
              case HandOutcome.Changed changed -> lapse(held, ErrorCode.DBM_REPLICA_CHANGED, now);
              case HandOutcome.Refused refused -> lapse(held, refused.refusal().code(), now);
            });
  }

  private static HandRegistration registration(LockedProposal held) {
    ProposalStep proposing = held.proposing();
    return new HandRegistration(
        held.institution(),
        Objects.requireNonNull(proposing.department()),
        held.facts().number(),
        proposing.at());
  }

  private CorrectionOutcome lapse(LockedProposal held, ErrorCode code, Instant now) {
    ReplicaProposal returned = proposals.take(held, ProposalMove.lapse(now));
    return new Lapsed(code, returned.state(), returned.version());
  }

  private static Done done(ReplicaProposal proposal) {
    return new Done(proposal.number(), proposal.state(), proposal.version());
  }
}
