package jp.chukan.mocknetwork.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.mocknetwork.day.DayReport.LinkTraffic;
import jp.chukan.mocknetwork.link.Communication;

/** What the systems said to each other in the course of a day. */
final class Heard {
  private final Map<String, int[]> links = new TreeMap<>();
  private final List<Communication> refused = new ArrayList<>();

  synchronized void take(Communication one) {
    String link = one.from().kind().japanese() + " → " + one.to().kind().japanese();
    int[] counts = links.computeIfAbsent(link, key -> new int[2]);
    counts[0]++;
    if (one.fault().isPresent()) {
      counts[1]++;
      refused.add(one);
    }
  }

  synchronized List<Communication> refused() {
    return List.copyOf(refused);
  }

  synchronized List<LinkTraffic> links() {
    return links.entrySet().stream()
        .map(link -> new LinkTraffic(link.getKey(), link.getValue()[0], link.getValue()[1]))
        .toList();
  }
}
