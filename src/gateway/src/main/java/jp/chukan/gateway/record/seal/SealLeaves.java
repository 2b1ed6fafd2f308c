package jp.chukan.gateway.record.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.evidence.GrowingTree;
import jp.chukan.contract.evidence.TreeHash;
import jp.chukan.contract.evidence.TreeHead;
import jp.chukan.contract.evidence.TreeNode;
import jp.chukan.gateway.crypto.InstitutionSigners;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import org.springframework.stereotype.Component;

/**
 * Seals what has been kept since the last time: gives each leaf its position in the tree of its
 * institution and signs the new head with the institution's key (RFC 9162). A tree that does not
 * grow is signed again from time to time, so that an old head does not pass for the present one.
 * Several nodes may do so at once: one at a time goes on.
 */
@Component("sealLeaves")
public final class SealLeaves {
  private static final int BATCH = 10_000;

  private final InstitutionTransactions transactions;
  private final TreeHeads heads;
  private final TreeLeaves leaves;
  private final TreeNodes nodes;
  private final InstitutionSigners signers;
  private final Duration idle;
  private final InstantSource clock;

  SealLeaves(
      InstitutionTransactions transactions,
      TreeHeads heads,
      TreeLeaves leaves,
      TreeNodes nodes,
      InstitutionSigners signers,
      EvidenceSettings settings,
      InstantSource clock) {
    this.transactions = transactions;
    this.heads = heads;
    this.leaves = leaves;
    this.nodes = nodes;
    this.signers = signers;
    this.idle = settings.sealIdleEvery();
    this.clock = clock;
  }

  /**
   * Seals all that is there now, unless it is to end before.
   *
   * @return how many leaves
   */
  public int seal(InstitutionCode institution, JobProgress progress) {
    return transactions.inBatches(institution, BATCH, progress, () -> sealBatch(institution));
  }

  private int sealBatch(InstitutionCode institution) {
    if (!heads.lock(institution)) {
      return 0;
    }
    Optional<StoredHead> newest = heads.newest();
    GrowingTree tree = newest.map(StoredHead::tree).orElseGet(GrowingTree::new);
    List<TreeHash> added = leaves.place(institution, tree.size(), BATCH);
    Instant at = signingTime(newest);
    if (added.isEmpty() && !isDue(newest, at)) {
      return 0;
    }
    List<TreeNode> whole = new ArrayList<>();
    added.forEach(leaf -> tree.append(leaf, whole::add));
    nodes.keep(institution, whole);
    TreeHead head = new TreeHead(institution, tree.size(), tree.root(), at);
    RawSignedDocument signed = new RawSignedDocument(signers.of(institution).sign(head.text()));
    heads.append(institution, tree, added, signed, at);
    return added.size();
  }

  /** Never before the head that is already there, whatever happens to the clock. */
  private Instant signingTime(Optional<StoredHead> newest) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return newest.map(StoredHead::signedAt).filter(before -> before.isAfter(now)).orElse(now);
  }

  private boolean isDue(Optional<StoredHead> newest, Instant at) {
    return newest.filter(head -> !at.isBefore(head.signedAt().plus(idle))).isPresent();
  }
}
