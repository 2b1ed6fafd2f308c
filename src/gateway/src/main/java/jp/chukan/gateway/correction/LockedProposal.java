package jp.chukan.gateway.correction;

import java.util.List;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.replica.ReplicaChange;
import jp.chukan.gateway.replica.ReplicaKey;

/**
 * A proposal that nobody else can move until the open transaction ends.
 *
 * @param institution whose it is
 * @param facts what it is, and how it stands
 * @param key which 「副本」 it is about
 * @param steps everything that was done with it, in order
 */
record LockedProposal(
    InstitutionCode institution, ReplicaProposal facts, ReplicaKey key, List<ProposalStep> steps) {

  LockedProposal {
    steps = List.copyOf(steps);
  }

  /** The step that proposed what is proposed now. */
  ProposalStep proposing() {
    return steps.reversed().stream()
        .filter(step -> step.change() != null)
        .findFirst()
        .orElseThrow();
  }

  ReplicaChange change() {
    return Objects.requireNonNull(proposing().change());
  }
}
