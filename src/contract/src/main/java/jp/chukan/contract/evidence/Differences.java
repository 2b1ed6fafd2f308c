package jp.chukan.contract.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where what is held is not what was sealed, and what that means: a record that is missing at one
 * position and found at another has been moved; missing with another in its place, changed; with
 * none, removed; one that nothing sealed has been added.
 */
final class Differences {
  private static final int MOST = 100_000;

  private record Held(TreeHash hash, String kind) {}

  private final NavigableMap<Long, TreeHash> missing = new TreeMap<>();
  private final NavigableMap<Long, List<Held>> foreign = new TreeMap<>();
  private int held;
  private boolean overflowing;

  /** The sealed leaf does not stand at its position. */
  void missing(long position, TreeHash sealed) {
    if (missing.size() < MOST) {
      missing.put(position, sealed);
    } else {
      overflowing = true;
    }
  }

  /** Something stands at the position that is not what was sealed there. */
  void foreign(long position, TreeHash actual, String kind) {
    if (held < MOST) {
      foreign.computeIfAbsent(position, none -> new ArrayList<>()).add(new Held(actual, kind));
      held++;
    } else {
      overflowing = true;
    }
  }

  /** Whether there were more than could be kept in mind. */
  boolean isOverflowing() {
    return overflowing;
  }

  /** What they mean, by position. */
  List<EvidenceFinding> findings() {
    List<EvidenceFinding> findings = new ArrayList<>();
    Map<TreeHash, Long> present = new HashMap<>();
    foreign.forEach((at, all) -> all.forEach(one -> present.putIfAbsent(one.hash, at)));
    Set<TreeHash> moved =
        missing.values().stream().filter(present::containsKey).collect(Collectors.toSet());
    foreign.values().forEach(all -> all.removeIf(one -> moved.contains(one.hash)));
    missing.forEach((at, hash) -> findings.add(about(at, hash, moved, present)));
    foreign.forEach(
        (at, all) ->
            all.forEach(
                one ->
                    findings.add(
                        new EvidenceFinding(EvidenceFault.RECORD_ADDED, at, at, one.kind))));
    return findings;
  }

  private EvidenceFinding about(
      long at, TreeHash hash, Set<TreeHash> moved, Map<TreeHash, Long> present) {
    if (moved.contains(hash)) {
      return new EvidenceFinding(
          EvidenceFault.RECORD_MOVED, at, present.getOrDefault(hash, at), "");
    }
    List<Held> instead = foreign.getOrDefault(at, List.of());
    if (instead.isEmpty()) {
      return new EvidenceFinding(EvidenceFault.RECORD_REMOVED, at, at, "");
    }
    return new EvidenceFinding(EvidenceFault.RECORD_CHANGED, at, at, instead.removeFirst().kind);
  }
}
