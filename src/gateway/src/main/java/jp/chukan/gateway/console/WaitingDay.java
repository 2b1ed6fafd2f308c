package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.chukan.gateway.approval.WaitingTimes.Waited;

/**
 * How long the cases waited that ended on one day; each value is one that a case really waited
 * (nearest rank).
 *
 * @param day in Japan
 * @param cases how many
 * @param median half of them waited no longer, in minutes
 * @param ninth nine of ten waited no longer, in minutes
 * @param longest in minutes
 */
record WaitingDay(LocalDate day, long cases, long median, long ninth, long longest) {
  private static final int HALF = 50;
  private static final int NINE_TENTHS = 90;
  private static final int ALL = 100;

  /** Days in their order; those without any case are left out. */
  static List<WaitingDay> of(List<Waited> waited) {
    return waited.stream()
        .collect(Collectors.groupingBy(Waited::day, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(day -> of(day.getKey(), day.getValue()))
        .toList();
  }

  private static WaitingDay of(LocalDate day, List<Waited> unsorted) {
    List<Waited> waited =
        unsorted.stream().sorted(Comparator.comparingLong(Waited::minutes)).toList();
    long cases = waited.stream().mapToLong(Waited::cases).sum();
    return new WaitingDay(
        day,
        cases,
        rank(waited, cases, HALF),
        rank(waited, cases, NINE_TENTHS),
        rank(waited, cases, ALL));
  }

  private static long rank(List<Waited> waited, long cases, int percent) {
    long wanted = (cases * percent + ALL - 1) / ALL;
    long seen = 0;
    for (Waited each : waited) {
      seen += each.cases();
      if (seen >= wanted) {
        return each.minutes();
      }
    }
    throw new IllegalArgumentException("a day without cases");
  }

  /** The three values by the keys of their names. */
  Map<String, Long> values() {
    return Map.of("median", median, "ninth", ninth, "longest", longest);
  }
}
