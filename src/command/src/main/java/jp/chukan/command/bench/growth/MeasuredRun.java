package jp.chukan.command.bench.growth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import jp.chukan.command.installation.InstallationException;

/**
 * What {@code bench provision} wrote about one run, as far as it is drawn.
 *
 * @param size of what grows
 * @param halfMillis half of the inquiries took no longer
 * @param mostMillis 99 of 100 took no longer
 * @param processorMillisEach processor of an exchange, by name of the process
 */
record MeasuredRun(
    int size, double halfMillis, double mostMillis, TreeMap<String, Double> processorMillisEach) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param file as {@code --json} made it
   * @param growing name of what grows, a field of the scale
   * @throws InstallationException when it is no run, or one that does not count
   */
  static MeasuredRun read(Path file, String growing) throws IOException {
    var run = JSON.readTree(file.toFile());
    var size = run.path("scale").path(growing);
    if (!size.isInt() || !run.at("/validity/valid").asBoolean()) {
      throw new InstallationException(
          file.getFileName() + " is no run of bench provision that counts");
    }
    var times = run.at("/load/times");
    var processors = new TreeMap<String, Double>();
    for (var each : run.path("processorMillisEach").properties()) {
      processors.put(each.getKey(), each.getValue().asDouble());
    }
    return new MeasuredRun(
        size.asInt(), millis(times, "p50Millis"), millis(times, "p99Millis"), processors);
  }

  private static double millis(JsonNode times, String name) {
    return times.path(name).asDouble();
  }
}
