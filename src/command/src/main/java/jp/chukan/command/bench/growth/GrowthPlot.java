package jp.chukan.command.bench.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Times and processor against size, side by side in one image. */
final class GrowthPlot {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 380;

  private final String growing;
  private final List<MeasuredRun> runs;

  /**
   * @param growing what the axis of sizes says
   */
  GrowthPlot(String growing, List<MeasuredRun> runs) {
    this.growing = growing;
    this.runs = runs.stream().sorted(Comparator.comparingInt(MeasuredRun::size)).toList();
  }

  /** Draws a PNG. */
  void draw(Path image) throws IOException {
    var times = chart("from due to answered", "ms");
    add(times, "half", MeasuredRun::halfMillis);
    add(times, "99 of 100", MeasuredRun::mostMillis);
    var processor = chart("processor of an exchange", "ms");
    for (var name : processes()) {
      add(processor, name, run -> run.processorMillisEach().getOrDefault(name, 0.0));
    }
    try (var out = Files.newOutputStream(image)) {
      BitmapEncoder.saveBitmap(List.of(times, processor), 1, 2, out, BitmapFormat.PNG);
    }
  }

  private TreeSet<String> processes() {
    var names = new TreeSet<String>();
    runs.forEach(run -> names.addAll(run.processorMillisEach().keySet()));
    return names;
  }

  private XYChart chart(String title, String unit) {
    var chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(growing)
            .yAxisTitle(unit)
            .build();
    chart.getStyler().setXAxisLogarithmic(isWide()).setYAxisMin(0.0);
    return chart;
  }

  /** Whether the sizes lie so far apart that only their magnitude can be drawn. */
  private boolean isWide() {
    return runs.getLast().size() > 100 * Math.max(1, runs.getFirst().size());
  }

  private void add(XYChart chart, String name, ToDoubleFunction<MeasuredRun> value) {
    chart.addSeries(
        name,
        runs.stream().mapToDouble(MeasuredRun::size).toArray(),
        runs.stream().mapToDouble(value).toArray());
  }
}
