package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.gateway.console.StatisticsPlot.Label;
import jp.chukan.gateway.console.StatisticsPlot.Line;

/**
 * A plot of waiting times by day, three lines with a mark for each day that has cases; lengths in
 * units of a drawing of 720 by 240.
 *
 * @param series the lines
 * @param days the labels below
 * @param lines the grid with its labels in hours
 */
record WaitingPlot(List<Series> series, List<Label> days, List<Line> lines) {
  private static final int LEFT = 56;
  private static final int RIGHT = 712;
  private static final int TOP = 12;
  private static final int BOTTOM = 208;
  private static final int STEPS = 4;
  private static final int MOST_LABELS = 14;
  private static final double MINUTES = 60;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d");

  /**
   * @param name key of what it shows
   * @param points of the line, as SVG wants them
   * @param marks one for each day
   */
  record Series(String name, String points, List<Mark> marks) {}

  record Mark(double x, double y) {}

  static WaitingPlot of(LocalDate from, LocalDate to, List<WaitingDay> days) {
    long hours =
        days.stream().mapToLong(day -> (long) Math.ceil(day.longest() / MINUTES)).max().orElse(0);
    long step = StatisticsPlot.step(hours);
    int count = (int) ChronoUnit.DAYS.between(from, to) + 1;
    double slot = (double) (RIGHT - LEFT) / count;
    return new WaitingPlot(
        Stream.of("median", "ninth", "longest")
            .map(name -> series(name, from, slot, step, days))
            .toList(),
        labels(from, count, slot),
        lines(step));
  }

  private static Series series(
      String name, LocalDate from, double slot, long step, List<WaitingDay> days) {
    double unit = (double) (BOTTOM - TOP) / (step * STEPS);
    List<Mark> marks =
        days.stream()
            .map(
                day -> {
                  Map<String, Long> values = day.values();
                  double hours = values.getOrDefault(name, 0L) / MINUTES;
                  return new Mark(
                      round(LEFT + (ChronoUnit.DAYS.between(from, day.day()) + 0.5) * slot),
                      round(BOTTOM - hours * unit));
                })
            .toList();
    String points =
        marks.stream().map(mark -> mark.x() + "," + mark.y()).collect(Collectors.joining(" "));
    return new Series(name, points, marks);
  }

  private static List<Label> labels(LocalDate from, int count, double slot) {
    int everyNth = (count + MOST_LABELS - 1) / MOST_LABELS;
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < count; i += everyNth) {
      labels.add(new Label(round(LEFT + (i + 0.5) * slot), DAY.format(from.plusDays(i))));
    }
    return labels;
  }

  private static List<Line> lines(long step) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      lines.add(new Line(BOTTOM - (double) i * (BOTTOM - TOP) / STEPS, i * step));
    }
    return lines;
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
