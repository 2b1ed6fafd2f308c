package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.chukan.command.installation.Installation;

/**
 * What was measured on, and with which settings; figures of different surroundings do not compare.
 *
 * @param processors how many, and what they call themselves
 * @param memoryBytes of the machine
 * @param system its name and version
 * @param java the machine that runs server, network and this process
 * @param settings of the database, as it says itself, and of the gateway
 */
public record Surroundings(
    String processors,
    long memoryBytes,
    String system,
    String java,
    SortedMap<String, String> settings) {
  private static final List<String> DURABILITY =
      List.of("fsync", "full_page_writes", "synchronous_commit", "shared_buffers");

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  public Surroundings {
    settings = new TreeMap<>(settings);
  }

  /**
   * Those of what runs.
   *
   * @param heapMegabytes that the gateway may have
   */
  public static Surroundings of(Installation installation, int heapMegabytes)
      throws IOException, SQLException {
    var settings = new TreeMap<String, String>();
    try (var connection = installation.postgres().connect("postgres", "chukan");
        var statement = connection.createStatement()) {
      for (String setting : DURABILITY) {
        try (var rows = statement.executeQuery("SHOW " + setting)) {
          rows.next();
          settings.put("postgres." + setting, rows.getString(1));
        }
      }
    }
    settings.put("gateway.heap", heapMegabytes + " MB");
    settings.put("gateway.arguments", String.join(" ", installation.gatewayArguments()));
    return with(settings);
  }

  static Surroundings ofThisProcess() {
    return with(new TreeMap<>());
  }

  private static Surroundings with(SortedMap<String, String> settings) {
    return new Surroundings(
        "%d × %s".formatted(Runtime.getRuntime().availableProcessors(), model()),
        memoryOfTheMachine(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        settings);
  }

  private static long memoryOfTheMachine() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  private static String model() {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    try (var lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String line() {
    return Figures.format(
        "on            %s, %.0f MB, %s, Java %s",
        processors, Figures.megabytes(memoryBytes), system, java);
  }
}
