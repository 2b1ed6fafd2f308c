package jp.chukan.gateway.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordStatistics.DayCount;
import org.jspecify.annotations.Nullable;

/**
 * A plot of records by a code, one lying stack of outcomes for each, the longest at the top;
 * lengths in units of a drawing that is 720 wide.
 *
 * @param rows one for each code that is drawn
 * @param height of the whole drawing
 */
record CodePlot(List<Row> rows, int height) {
  private static final int LEFT = 176;
  private static final int RIGHT = 640;
  private static final int PITCH = 26;
  private static final int MOST = 12;
  private static final String UNREAD = "–";

  /** Longer names do not fit beside a stack. */
  private static final int LONGEST_LABEL = 12;

  CodePlot {
    rows = List.copyOf(rows);
  }

  /**
   * A piece of a stack.
   *
   * @param x where it begins
   * @param width how long it is
   * @param outcome of its records
   */
  record Bar(double x, double width, RecordOutcome outcome) {}

  /**
   * @param label name where it is short, otherwise the code
   * @param y top of the stack
   * @param end where the stack ends
   * @param records their sum
   * @param bars the pieces
   */
  record Row(String label, int y, double end, long records, List<Bar> bars) {
    Row {
      bars = List.copyOf(bars);
    }
  }

  /**
   * Records of one code.
   *
   * @param code empty where it could not be read
   * @param name of the code, null where nobody named it
   * @param counts how many ended how; an outcome without any is left out
   */
  record CodeCounts(String code, @Nullable String name, Map<RecordOutcome, Long> counts) {

    long sum() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The code, or a dash where it could not be read. */
    public String shown() {
      return code.isEmpty() ? UNREAD : code;
    }

    private String label() {
      return name != null && name.length() <= LONGEST_LABEL ? name : shown();
    }
  }

  /**
   * Sums by code, in the order of the codes.
   *
   * @param code which one counts; null where it could not be read
   * @param name of a code, null where nobody named it
   */
  static List<CodeCounts> sums(
      List<DayCount> counts,
      Function<DayCount, @Nullable String> code,
      Function<String, @Nullable String> name) {
    Map<String, Map<RecordOutcome, Long>> sums = new TreeMap<>();
    for (DayCount count : counts) {
      String read = code.apply(count);
      sums.computeIfAbsent(read == null ? "" : read, first -> new EnumMap<>(RecordOutcome.class))
          .merge(count.outcome(), count.records(), Long::sum);
    }
    return sums.entrySet().stream()
        .map(
            sum ->
                new CodeCounts(
                    sum.getKey(),
                    sum.getKey().isEmpty() ? null : name.apply(sum.getKey()),
                    sum.getValue()))
        .toList();
  }

  /** The twelve codes with the most records. */
  static CodePlot of(List<CodeCounts> codes) {
    List<CodeCounts> drawn =
        codes.stream()
            .sorted(Comparator.comparingLong(CodeCounts::sum).reversed())
            .limit(MOST)
            .toList();
    double unit = drawn.isEmpty() ? 0 : (double) (RIGHT - LEFT) / drawn.getFirst().sum();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      rows.add(row(drawn.get(i), i * PITCH, unit));
    }
    return new CodePlot(rows, Math.max(1, drawn.size()) * PITCH);
  }

  private static Row row(CodeCounts code, int y, double unit) {
    List<Bar> bars = new ArrayList<>();
    double x = LEFT;
    for (Map.Entry<RecordOutcome, Long> part : code.counts().entrySet()) {
      double width = part.getValue() * unit;
      bars.add(new Bar(round(x), round(width), part.getKey()));
      x += width;
    }
    return new Row(code.label(), y, round(x), code.sum(), bars);
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
