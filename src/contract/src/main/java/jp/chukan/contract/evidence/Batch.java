package jp.chukan.contract.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The leaves that a file holds between two heads. */
final class Batch {
  /**
   * A leaf without its body.
   *
   * @param position where it stands
   * @param hash as it is held
   * @param actual made of its body anew, where there is one
   * @param kind what it is the evidence of
   * @param bodiless whether its body was gone already
   */
  private record Row(long position, TreeHash hash, TreeHash actual, String kind, boolean bodiless) {
    boolean is(TreeHash sealed) {
      return hash.equals(sealed) && actual.equals(sealed);
    }

    /** What shows that it is not the sealed one. */
    TreeHash otherThan(TreeHash sealed) {
      return actual.equals(sealed) ? hash : actual;
    }
  }

  private final List<Row> rows = new ArrayList<>();

  void add(EvidenceLeaf leaf) {
    rows.add(
        new Row(
            Objects.requireNonNull(leaf.position()),
            leaf.hash(),
            leaf.actualHash(),
            leaf.kind(),
            leaf.body() == null));
  }

  int size() {
    return rows.size();
  }

  /** Positions of leaves without a body, from one position until before another. */
  LongStream bodiless(long from, long to) {
    return rows.stream()
        .filter(Row::bodiless)
        .mapToLong(Row::position)
        .filter(position -> position >= from && position < to);
  }

  /** The hashes made of what is held. */
  List<TreeHash> actual() {
    return rows.stream().map(Row::actual).toList();
  }

  void clear() {
    rows.clear();
  }

  /** Holds the leaves against those that a head sealed, the first of which stands at a position. */
  void compare(long start, List<TreeHash> sealed, Differences differences) {
    if (!isExactly(start, sealed)) {
      Map<Long, List<Row>> byPosition =
          rows.stream().collect(Collectors.groupingBy(Row::position, Collectors.toList()));
      for (int i = 0; i < sealed.size(); i++) {
        List<Row> here = byPosition.getOrDefault(start + i, new ArrayList<>());
        comparePosition(start + i, sealed.get(i), here, differences);
        byPosition.remove(start + i);
      }
      byPosition.values().stream()
          .flatMap(List::stream)
          .forEach(row -> differences.foreign(row.position, row.actual, row.kind));
    }
  }

  private static void comparePosition(
      long position, TreeHash sealed, List<Row> here, Differences differences) {
    boolean found = false;
    for (Row row : here) {
      if (!found && row.is(sealed)) {
        found = true;
      } else {
        differences.foreign(position, row.otherThan(sealed), row.kind);
      }
    }
    if (!found) {
      differences.missing(position, sealed);
    }
  }

  private boolean isExactly(long start, List<TreeHash> sealed) {
    if (rows.size() != sealed.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.position != start + i || !row.is(sealed.get(i))) {
        return false;
      }
    }
    return true;
  }
}
