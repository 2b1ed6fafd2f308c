package jp.chukan.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one run of 「情報提供」 showed.
 *
 * @param scale what was asked, for how long
 * @param asked inquiries that were made in the measured time
 * @param provided how many of them were answered with content
 * @param perSecond answers that the network took in a second
 * @param times from the moment at which an inquiry was due to its answer
 * @param latestMillis by how much the latest inquiry left after it was due
 * @param processorMillisEach by name of the process
 * @param residentBytes memory at the end, by name of the process
 * @param peakHeapBytes highest heap in use at the gateway
 * @param largestHeapBytes largest heap that it may have
 * @param databaseBytesEach growth of the gateway's database
 * @param floorPerSecond provisions a second of the floor
 * @param peer what the peer printed, null when it was not measured
 * @param validity whether the numbers mean anything
 */
record ProvisionMeasurement(
    ProvisionScale scale,
    int asked,
    int provided,
    double perSecond,
    Times times,
    long latestMillis,
    SortedMap<String, Double> processorMillisEach,
    SortedMap<String, Long> residentBytes,
    long peakHeapBytes,
    long largestHeapBytes,
    long databaseBytesEach,
    double floorPerSecond,
    @Nullable JsonNode peer,
    Validity validity) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final double MEGABYTE = 1024.0 * 1024.0;

  /** What is not held at this share of what was due was not held. */
  private static final double HELD = 0.99;

  ProvisionMeasurement {
    processorMillisEach = new TreeMap<>(processorMillisEach);
    residentBytes = new TreeMap<>(residentBytes);
  }

  /**
   * Milliseconds that so many of all did not exceed.
   *
   * @param p50 half
   * @param p95 95 of 100
   * @param p99 99 of 100
   * @param p999 999 of 1,000
   */
  record Times(long p50, long p95, long p99, long p999) {
    static Times of(JsonNode load) {
      return new Times(
          load.path("p50Millis").asLong(),
          load.path("p95Millis").asLong(),
          load.path("p99Millis").asLong(),
          load.path("p999Millis").asLong());
    }
  }

  /** Whether answers came as fast as inquiries were due. */
  boolean isHeld() {
    return perSecond >= HELD * scale.perSecond();
  }

  double ofFloor() {
    return perSecond / floorPerSecond;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        format(
            "provision     %.0f/s of %d/s that were due, for %,d s; %s",
            perSecond, scale.perSecond(), scale.seconds(), isHeld() ? "held" : "NOT HELD"));
    lines.add(
        format(
            "times         half within %,d ms, 95 %% within %,d ms, 99 %% within %,d ms, 99.9 %% within %,d ms",
            times.p50(), times.p95(), times.p99(), times.p999()));
    lines.add(
        format(
            "processor     each: %s",
            processorMillisEach.entrySet().stream()
                .map(each -> format("%s %.2f ms", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "))));
    lines.add(
        format(
            "memory        %s; heap %.0f MB at most of %.0f MB",
            residentBytes.entrySet().stream()
                .map(each -> format("%s %.0f MB", each.getKey(), each.getValue() / MEGABYTE))
                .collect(Collectors.joining(", ")),
            peakHeapBytes / MEGABYTE,
            largestHeapBytes / MEGABYTE));
    lines.add(format("disk          %,d bytes of the database each", databaseBytesEach));
    lines.add(
        format(
            "floor         %.0f/s; %.2f of it held with network and inquirers beside the server",
            floorPerSecond, ofFloor()));
    if (peer != null) {
      lines.add(peerLine(peer));
    }
    lines.add(validity.line());
    return lines;
  }

  private String peerLine(JsonNode printed) {
    double rate = printed.path("perSecond").asDouble();
    return format(
        "peer          phase4: %.0f/s, p99 %.0f ms, %.2f ms of processor each; ours %.1f times its rate",
        rate,
        printed.path("p99Millis").asDouble(),
        printed.path("cpuMillisEach").asDouble(),
        perSecond / rate);
  }

  void writeTo(Path file) throws IOException {
    ObjectNode root = JSON.valueToTree(this);
    root.put("held", isHeld()).put("ofFloor", ofFloor());
    JSON.writeValue(file.toFile(), root);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
