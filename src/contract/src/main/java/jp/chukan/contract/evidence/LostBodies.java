package jp.chukan.contract.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Leaves whose bodies are gone, and which of them a purge took. What it keeps in mind grows with
 * the leaves that a file has, whatever positions are written in it.
 */
final class LostBodies {
  private final BitSet lost = new BitSet();
  private final BitSet purged = new BitSet();

  /** Leaves without bodies, at positions below the number of leaves that were read. */
  void lost(LongStream positions) {
    positions.mapToInt(Math::toIntExact).forEach(lost::set);
  }

  /**
   * A purge excuses what stands before it.
   *
   * @param before how many leaves do
   */
  void purged(PurgeStatement statement, long before) {
    int end = Math.toIntExact(before);
    int next = 0;
    for (PurgedRange range :
        statement.ranges().stream().sorted(Comparator.comparingLong(PurgedRange::from)).toList()) {
      int from = Math.clamp(range.from(), next, end);
      // behind the last one; no position is so far that one more is none
      next = (int) Math.clamp(range.to(), from - 1L, end - 1L) + 1;
      purged.set(from, next);
    }
  }

  int purged() {
    return purged.cardinality();
  }

  /** What is gone though no purge took it. */
  List<EvidenceFinding> findings() {
    BitSet unexplained = (BitSet) lost.clone();
    unexplained.andNot(purged);
    List<EvidenceFinding> findings = new ArrayList<>();
    int from = unexplained.nextSetBit(0);
    while (from >= 0) {
      int behind = unexplained.nextClearBit(from);
      findings.add(new EvidenceFinding(EvidenceFault.BODY_REMOVED, from, behind - 1L, ""));
      from = unexplained.nextSetBit(behind);
    }
    return findings;
  }
}
