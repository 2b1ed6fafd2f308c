package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationState;

/**
 * What the processes of an installation have used since they were started, each with those that it
 * started itself.
 *
 * @param processor time by name of the process
 * @param residentBytes memory by name, where this system tells it; shared pages count for each
 */
public record ProcessUse(
    SortedMap<String, Duration> processor, SortedMap<String, Long> residentBytes) {
  private static final String SUPERVISOR = "supervisor";
  private static final String COUNTRY = "mock-network";
  private static final String RESIDENT = "VmRSS:";
  private static final long KILOBYTE = 1024;

  public static ProcessUse of(Path runDirectory) {
    var processor = new TreeMap<String, Duration>();
    var resident = new TreeMap<String, Long>();
    InstallationState.read(runDirectory)
        .orElseThrow(() -> new InstallationException("nothing runs in " + runDirectory))
        .processes()
        .stream()
        .filter(mark -> !mark.name().equals(SUPERVISOR))
        .forEach(
            mark ->
                mark.mark().process().stream()
                    .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                    .forEach(
                        one -> {
                          processor.merge(mark.name(), processorTime(one), Duration::plus);
                          resident.merge(mark.name(), residentBytes(one), Long::sum);
                        }));
    return new ProcessUse(processor, resident);
  }

  /** Milliseconds of processor since then, by name, for each of so many. */
  public SortedMap<String, Double> millisEachSince(ProcessUse before, int count) {
    var each = new TreeMap<String, Double>();
    processor.forEach(
        (name, now) ->
            each.put(
                name,
                now.minus(before.processor().getOrDefault(name, Duration.ZERO)).toNanos()
                    / 1e6
                    / Math.max(1, count)));
    return each;
  }

  /**
   * @param millisEach by name of the process
   */
  public static String line(SortedMap<String, Double> millisEach) {
    return "processor     each: "
        + millisEach.entrySet().stream()
            .map(each -> Figures.format("%s %.2f ms", each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
  }

  /** Of the server with all that belongs to it: what work costs, whoever else is busy. */
  public Duration server() {
    return processor.entrySet().stream()
        .filter(each -> !each.getKey().equals(COUNTRY))
        .map(Map.Entry::getValue)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration processorTime(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long residentBytes(ProcessHandle process) {
    var status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      // it ended in between
      return 0;
    }
  }
}
