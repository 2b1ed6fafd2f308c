package jp.chukan.contract.evidence;

import static jp.chukan.contract.evidence.EvidenceFault.BATCH_REWRITTEN;
import static jp.chukan.contract.evidence.EvidenceFault.FILE_CUT;
import static jp.chukan.contract.evidence.EvidenceFault.KNOWN_HEAD;
import static jp.chukan.contract.evidence.EvidenceFault.LEAF_LIST_CHANGED;
import static jp.chukan.contract.evidence.EvidenceFault.RECORD_ADDED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.InvalidInputException;

/** One way through a file of evidence, from the first leaf to the last head. */
final class EvidenceWalk {
  private static final int MOST_FINDINGS = 1_000;

  private final InstitutionCode institution;
  private final List<TreeHead> known;
  private final List<EvidenceFinding> findings = new ArrayList<>();
  private final HeadCheck heads;
  private final GrowingTree tree = new GrowingTree();
  private final Batch batch = new Batch();
  private final Differences differences = new Differences();
  private final LostBodies bodies = new LostBodies();
  private long leaves;
  private long notSealed;
  private long headCount;
  private boolean rootLost;

  EvidenceWalk(
      InstitutionCode institution,
      TreeHeadVerifier verifier,
      ProvedTime times,
      Duration stampWithin,
      List<TreeHead> known) {
    this.institution = institution;
    this.known = known;
    this.heads = new HeadCheck(institution, verifier, times, stampWithin, findings::add);
  }

  void take(EvidenceLeaf leaf) {
    leaves++;
    if (leaf.position() == null) {
      notSealed++;
      return;
    }
    String body = leaf.body();
    if (body != null && leaf.kind().equals(PurgeStatement.KIND)) {
      notePurge(body);
    }
    batch.add(leaf);
  }

  void take(EvidenceEntry.OfStray stray) {
    leaves++;
    findings.add(
        new EvidenceFinding(
            RECORD_ADDED, EvidenceFinding.NOWHERE, EvidenceFinding.NOWHERE, stray.kind()));
  }

  void take(EvidenceHead line) {
    headCount++;
    long start = tree.size();
    List<TreeHash> sealed =
        heads.check(line, start).map(head -> sealed(line, head)).orElse(line.leaves());
    batch.compare(start, sealed, differences);
    bodies.lost(batch.bodiless(start, start + sealed.size()));
    sealed.forEach(this::append);
    batch.clear();
  }

  EvidenceReport report(Instant exportedAt, boolean whole) {
    if (whole) {
      // of a file that is cut off, the head of the last leaves may be what is missing
      batch.compare(tree.size(), List.of(), differences);
    }
    findings.addAll(differences.findings());
    findings.addAll(bodies.findings());
    known.stream()
        .filter(head -> head.treeSize() > tree.size())
        .forEach(head -> findings.add(missing(head)));
    if (!whole) {
      findings.add(new EvidenceFinding(FILE_CUT, tree.size(), tree.size(), ""));
    }
    findings.sort(Comparator.comparingLong(EvidenceFinding::from));
    List<EvidenceFinding> first = findings.stream().limit(MOST_FINDINGS).toList();
    return new EvidenceReport(
        institution,
        exportedAt,
        leaves,
        notSealed,
        bodies.purged(),
        headCount,
        heads.newest(),
        heads.stampedSize(),
        heads.stampedAt(),
        first,
        findings.size() - first.size());
  }

  /**
   * The leaves that lead to the root that was signed: those of the list, or those that are held.
   */
  private List<TreeHash> sealed(EvidenceHead line, TreeHead head) {
    if (rootLost || leadsTo(head, line.leaves())) {
      return line.leaves();
    }
    long last = Math.max(tree.size(), line.treeSize() - 1);
    List<TreeHash> held = batch.actual();
    if (leadsTo(head, held)) {
      findings.add(new EvidenceFinding(LEAF_LIST_CHANGED, tree.size(), last, ""));
      return held;
    }
    findings.add(new EvidenceFinding(BATCH_REWRITTEN, tree.size(), last, ""));
    // from here on no root can be made; what follows is held against the lists alone
    rootLost = true;
    return line.leaves();
  }

  private boolean leadsTo(TreeHead head, List<TreeHash> added) {
    GrowingTree grown = new GrowingTree(tree.size(), tree.tops());
    added.forEach(grown::append);
    return grown.size() == head.treeSize() && grown.root().equals(head.root());
  }

  private void append(TreeHash leaf) {
    tree.append(leaf);
    known.stream()
        .filter(head -> head.treeSize() == tree.size() && !head.root().equals(tree.root()))
        .forEach(head -> findings.add(missing(head)));
  }

  private void notePurge(String body) {
    try {
      bodies.purged(PurgeStatement.parse(body), tree.size() + batch.size());
    } catch (InvalidInputException changed) {
      // it excuses nothing; that it was changed is found by its leaf
    }
  }

  private static EvidenceFinding missing(TreeHead head) {
    return new EvidenceFinding(
        KNOWN_HEAD, head.treeSize(), head.treeSize(), head.signedAt().toString());
  }
}
