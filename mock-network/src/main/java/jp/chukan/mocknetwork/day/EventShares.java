package jp.chukan.mocknetwork.day;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.chukan.mocknetwork.projectdata.ProjectTable;

/** How often each kind of event happens, from {@code data/day-events.tsv}. */
final class EventShares {
  private static final String FILE = "day-events.tsv";

  private final Map<EventKind, Integer> shares = new EnumMap<>(EventKind.class);
  private final int all;

  EventShares() {
    for (ProjectTable.Row row : ProjectTable.rows(FILE)) {
      int share = Integer.parseInt(row.cell("share"));
      if (share > 0) {
        shares.put(EventKind.valueOf(row.cell("kind")), share);
      }
    }
    all = shares.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * So many events in the order in which they are to happen. Each kind that has a share is among
   * them as long as there is room.
   */
  List<EventKind> kinds(int count, Random random) {
    List<EventKind> kinds = new ArrayList<>();
    shares.forEach(
        (kind, share) -> kinds.addAll(Collections.nCopies(Math.max(1, count * share / all), kind)));
    EventKind mostFrequent =
        shares.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    while (kinds.size() < count) {
      kinds.add(mostFrequent);
    }
    Collections.shuffle(kinds, random);
    return List.copyOf(kinds.subList(0, count));
  }
}
