package jp.chukan.gateway.correction;

import java.util.List;
import java.util.Set;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.replica.ReplicaChange;
import jp.chukan.gateway.replica.ReplicaKey;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import org.jspecify.annotations.Nullable;

/** What somebody who wants to see a proposal gets: it, or nothing. */
public sealed interface ProposalView permits ProposalView.Shown, CorrectionOutcome.Denied {

  /**
   * It is shown, and that it was is kept.
   *
   * @param facts what it is, and how it stands
   * @param key which 「副本」 it is about
   * @param change before and after
   * @param steps everything that was done with it, in order
   * @param current what is stored at this moment, null when nothing is
   * @param layout the layout that the change follows; the newest, when that is no longer in force
   * @param possible what the person may do with it now
   */
  record Shown(
      ReplicaProposal facts,
      ReplicaKey key,
      ReplicaChange change,
      List<ProposalStep> steps,
      @Nullable ReplicaSnapshot current,
      StandardLayout layout,
      Set<ProposalAction> possible)
      implements ProposalView {

    public Shown {
      steps = List.copyOf(steps);
      possible = Set.copyOf(possible);
    }

    /** Whether what is stored is no longer what the proposal was made of. */
    public boolean isOvertaken() {
      ReplicaSnapshot before = change.before();
      return facts.state().isOpen() && (before == null ? current != null : !before.equals(current));
    }

    /** Never shows the content. */
    @Override
    public String toString() {
      return "Shown[" + facts.number() + "]";
    }
  }
}
