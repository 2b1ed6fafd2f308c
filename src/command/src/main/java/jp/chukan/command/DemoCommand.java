package jp.chukan.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import jp.chukan.command.day.DayDemo;
import jp.chukan.command.day.DayPlan;
import jp.chukan.command.demo.Demo;
import jp.chukan.command.demo.DemoProgress;
import jp.chukan.command.demo.DemoReport;
import jp.chukan.command.demo.DemoScale;
import jp.chukan.command.demo.inquiry.InquiryDemo;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.command.installation.Leftovers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the whole exchange once on an installation of its own, beside one that may be up. */
@Command(name = "demo", description = "Run the whole exchange once and report.")
final class DemoCommand implements Callable<Integer> {
  private static final int INQUIRIES = 300;
  private static final int FEWEST_LINES = 250;
  private static final int MOST_LINES = 10_000;
  private static final int FAILED = 1;

  @Option(names = "--json", paramLabel = "FILE", description = "write the report to this file too")
  private @Nullable Path json;

  @Option(
      names = "--persons",
      paramLabel = "N",
      description = "persons of all municipalities together (default: ${DEFAULT-VALUE})")
  private int persons = 3_000;

  @Option(names = "--inquiry", description = "show 情報照会 instead of 情報提供")
  private boolean inquiry;

  @Option(
      names = "--lines",
      paramLabel = "N",
      description = "lines of the file of 情報照会 (default: ${DEFAULT-VALUE})")
  private int lines = MOST_LINES;

  @Option(names = "--day", description = "play one day of the country instead")
  private boolean day;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "what is drawn for the day (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "events of residents in the day (default: ${DEFAULT-VALUE})")
  private int events = 300;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "how long the day takes, 0 for as long as it needs (default: ${DEFAULT-VALUE})")
  private int seconds = 90;

  @Override
  public Integer call() throws IOException {
    if (lines < FEWEST_LINES || lines > MOST_LINES) {
      throw new InstallationException(
          "--lines: between %d and %,d".formatted(FEWEST_LINES, MOST_LINES));
    }
    if (day && inquiry) {
      throw new InstallationException("--day and --inquiry: one of them");
    }
    var scale = scale();
    var plan = plan();
    var folder = RunDirectory.demo();
    Leftovers.clear(folder);
    var options = InstallationOptions.in(folder).withApplications(RunDirectory.applications());
    var report = run(options, scale, plan);
    Terminal.line(report.summary());
    if (json != null) {
      report.writeTo(json);
    }
    return report.passed() ? 0 : FAILED;
  }

  private DemoReport run(InstallationOptions options, DemoScale scale, DayPlan plan)
      throws IOException {
    long started = System.nanoTime();
    try (var installation =
        Installation.start(options, step -> Terminal.step("Starting: " + step))) {
      Terminal.line(
          String.format(
              Locale.ROOT,
              "ok     %6.1f s  keys made, database, gateway and network started: logs in %s",
              Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0,
              options.runDirectory().resolve("logs")));
      Consumer<DemoReport.Line> finished = line -> Terminal.line(line.toString());
      var report =
          day
              ? DayDemo.run(installation, plan, DemoCommand::bar, finished, Terminal::line)
              : inquiry
                  ? InquiryDemo.run(installation, scale, lines, DemoCommand::bar, finished)
                  : Demo.run(installation, scale, DemoCommand::bar, finished);
      Terminal.step("Stopping");
      return report;
    }
  }

  private DemoScale scale() {
    try {
      return new DemoScale(persons, Math.max(60, Math.min(INQUIRIES, persons / 4)));
    } catch (IllegalArgumentException e) {
      throw new InstallationException("--persons: " + e.getMessage(), e);
    }
  }

  private DayPlan plan() {
    try {
      return new DayPlan(seed, events, seconds);
    } catch (IllegalArgumentException e) {
      throw new InstallationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static DemoProgress bar(String title) {
    Terminal.progress("… " + title);
    return (done, total) -> Terminal.progress(ProgressBar.of(done, total) + "  " + title);
  }
}
