package jp.chukan.gateway.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordStatistics.DayCount;

/**
 * A plot of records by affair, one lying stack of outcomes for each, the longest at the top;
 * lengths in units of a drawing that is 720 wide.
 *
 * @param rows one for each affair that is drawn
 * @param height of the whole drawing
 */
record AffairPlot(List<Row> rows, int height) {
  private static final int LEFT = 176;
  private static final int RIGHT = 640;
  private static final int PITCH = 26;
  private static final int MOST = 12;

  record Bar(double x, double width, RecordOutcome outcome) {}

  /**
   * @param affair 「事務コード」, empty where it could not be read
   * @param y top of the stack
   * @param end where the stack ends
   * @param records their sum
   * @param bars the pieces
   */
  record Row(String affair, int y, double end, long records, List<Bar> bars) {}

  /**
   * Records of one affair.
   *
   * @param affair 「事務コード」, empty where it could not be read
   * @param counts how many ended how; an outcome without any is left out
   */
  record AffairCounts(String affair, Map<RecordOutcome, Long> counts) {

    long sum() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Sums by affair, in the order of their codes. */
  static List<AffairCounts> sums(List<DayCount> counts) {
    Map<String, Map<RecordOutcome, Long>> sums = new TreeMap<>();
    for (DayCount count : counts) {
      sums.computeIfAbsent(
              count.affair() == null ? "" : count.affair().value(),
              affair -> new EnumMap<>(RecordOutcome.class))
          .merge(count.outcome(), count.records(), Long::sum);
    }
    return sums.entrySet().stream()
        .map(affair -> new AffairCounts(affair.getKey(), affair.getValue()))
        .toList();
  }

  /** The twelve affairs with the most records. */
  static AffairPlot of(List<AffairCounts> affairs) {
    List<AffairCounts> drawn =
        affairs.stream()
            .sorted(Comparator.comparingLong(AffairCounts::sum).reversed())
            .limit(MOST)
            .toList();
    double unit = drawn.isEmpty() ? 0 : (double) (RIGHT - LEFT) / drawn.getFirst().sum();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      rows.add(row(drawn.get(i), i * PITCH, unit));
    }
    return new AffairPlot(rows, Math.max(1, drawn.size()) * PITCH);
  }

  private static Row row(AffairCounts affair, int y, double unit) {
    List<Bar> bars = new ArrayList<>();
    double x = LEFT;
    for (Map.Entry<RecordOutcome, Long> part : affair.counts().entrySet()) {
      double width = part.getValue() * unit;
      bars.add(new Bar(round(x), round(width), part.getKey()));
      x += width;
    }
    return new Row(affair.affair(), y, round(x), affair.sum(), bars);
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
