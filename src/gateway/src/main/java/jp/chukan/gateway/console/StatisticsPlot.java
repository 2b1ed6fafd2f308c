package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordStatistics.DayCount;

/**
 * A plot of records by day, one stack of outcomes for each; lengths in units of a drawing of 720 by
 * 240.
 *
 * @param bars the pieces of the stacks
 * @param days the labels below
 * @param lines the grid with its labels
 */
record StatisticsPlot(List<Bar> bars, List<Label> days, List<Line> lines) {
  private static final int LEFT = 56;
  private static final int RIGHT = 712;
  private static final int TOP = 12;
  private static final int BOTTOM = 208;
  private static final int STEPS = 4;
  private static final double FILLED = 0.62;
  private static final int MOST_LABELS = 14;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d");

  record Bar(double x, double y, double width, double height, RecordOutcome outcome) {}

  record Label(double x, String text) {}

  record Line(double y, long value) {}

  static StatisticsPlot of(LocalDate from, LocalDate to, List<DayCount> counts) {
    Map<LocalDate, Map<RecordOutcome, Long>> sums = new HashMap<>();
    for (DayCount count : counts) {
      sums.computeIfAbsent(count.day(), day -> new EnumMap<>(RecordOutcome.class))
          .merge(count.outcome(), count.records(), Long::sum);
    }
    long step = step(sums);
    List<LocalDate> days = from.datesUntil(to.plusDays(1)).toList();
    double slot = (double) (RIGHT - LEFT) / days.size();
    double unit = (double) (BOTTOM - TOP) / (step * STEPS);
    List<Bar> bars = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    int everyNth = (days.size() + MOST_LABELS - 1) / MOST_LABELS;
    for (int i = 0; i < days.size(); i++) {
      double x = LEFT + i * slot;
      if (i % everyNth == 0) {
        labels.add(new Label(round(x + slot / 2), DAY.format(days.get(i))));
      }
      double y = BOTTOM;
      for (Map.Entry<RecordOutcome, Long> part :
          sums.getOrDefault(days.get(i), Map.of()).entrySet()) {
        double height = part.getValue() * unit;
        y -= height;
        bars.add(
            new Bar(
                round(x + slot * (1 - FILLED) / 2),
                round(y),
                round(slot * FILLED),
                round(height),
                part.getKey()));
      }
    }
    return new StatisticsPlot(bars, labels, lines(step));
  }

  private static List<Line> lines(long step) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      lines.add(new Line(BOTTOM - (double) i * (BOTTOM - TOP) / STEPS, i * step));
    }
    return lines;
  }

  /** The distance of the lines of the grid: 1, 2 or 5 and zeros, so that the highest day fits. */
  private static long step(Map<LocalDate, Map<RecordOutcome, Long>> sums) {
    return step(
        sums.values().stream()
            .mapToLong(day -> day.values().stream().mapToLong(Long::longValue).sum())
            .max()
            .orElse(0));
  }

  /** The distance of lines so that four of them reach the highest value. */
  static long step(long highest) {
    long power = 1;
    while (true) {
      for (long factor : new long[] {1, 2, 5}) {
        if (factor * power * STEPS >= highest) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
