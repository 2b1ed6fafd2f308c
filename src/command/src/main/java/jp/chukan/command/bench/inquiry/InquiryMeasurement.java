package jp.chukan.command.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one run of 「情報照会」 showed.
 *
 * @param files files that were handed in at once
 * @param inquiries lines of all of them
 * @param states how many ended how
 * @param acceptMillis from the first byte sent until every file had its number
 * @param millis from the first byte sent until nothing was open
 * @param toResult from acceptance to result
 * @param provisions 「提供要求」 that came at the same time
 * @param provisionsAnswered how many of them were answered with what the register says
 * @param provisionTime from the ministry's inquiry to its answer
 * @param peakHeapBytes highest heap in use at the gateway
 * @param largestHeapBytes largest heap that it may have
 * @param floorMillis time of the floor for as many inquiries
 * @param validity whether the numbers mean anything
 */
record InquiryMeasurement(
    int files,
    int inquiries,
    SortedMap<String, Integer> states,
    long acceptMillis,
    long millis,
    Percentiles toResult,
    int provisions,
    int provisionsAnswered,
    Percentiles provisionTime,
    long peakHeapBytes,
    long largestHeapBytes,
    long floorMillis,
    Validity validity) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final double MEGABYTE = 1024.0 * 1024.0;

  InquiryMeasurement {
    states = new TreeMap<>(states);
  }

  /**
   * Half of all were not slower than the first, 99 of 100 not slower than the second.
   *
   * @param p50Millis median
   * @param p99Millis 99th percentile
   */
  record Percentiles(long p50Millis, long p99Millis) {
    private static final double MOST = 0.99;

    /** Of these times, in any order; 0 when there are none. */
    static Percentiles of(long[] millis) {
      var sorted = Arrays.stream(millis).sorted().toArray();
      return sorted.length == 0
          ? new Percentiles(0, 0)
          : new Percentiles(
              sorted[(sorted.length - 1) / 2], sorted[(int) Math.ceil(sorted.length * MOST) - 1]);
    }
  }

  long inquiriesPerSecond() {
    return perSecond(millis);
  }

  long floorPerSecond() {
    return perSecond(floorMillis);
  }

  /** How many times the floor's time the whole way takes. */
  double ratio() {
    return (double) millis / Math.max(1, floorMillis);
  }

  List<String> lines() {
    return List.of(
        format(
            "inquiry       %,d lines in %d files in %.1f s: %,d lines/s; %s",
            inquiries, files, seconds(millis), inquiriesPerSecond(), counts()),
        format("acceptance    all files checked and taken after %.1f s", seconds(acceptMillis)),
        format(
            "to result     half within %.1f s, 99 %% within %.1f s of the acceptance",
            seconds(toResult.p50Millis()), seconds(toResult.p99Millis())),
        format(
            "provision     %,d 提供要求 at the same time, %,d answered; half within %,d ms, 99 %% within %,d ms",
            provisions, provisionsAnswered, provisionTime.p50Millis(), provisionTime.p99Millis()),
        format(
            "heap          %.0f MB at most of the %.0f MB that the gateway may have",
            peakHeapBytes / MEGABYTE, largestHeapBytes / MEGABYTE),
        format(
            "floor         cryptography and one commit for as many inquiries in %.2f s: %,d inquiries/s",
            seconds(floorMillis), floorPerSecond()),
        format("ratio         %.1f times the floor's time", ratio()),
        validity.line());
  }

  /** Most frequent first. */
  private String counts() {
    return states.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(state -> format("%,d %s", state.getValue(), state.getKey()))
        .collect(Collectors.joining(", "));
  }

  void writeTo(Path file) throws IOException {
    ObjectNode root = JSON.valueToTree(this);
    root.put("inquiriesPerSecond", inquiriesPerSecond())
        .put("floorPerSecond", floorPerSecond())
        .put("ratio", ratio());
    JSON.writeValue(file.toFile(), root);
  }

  private long perSecond(long taken) {
    return Math.round(inquiries * (double) Duration.ofSeconds(1).toMillis() / Math.max(1, taken));
  }

  private static double seconds(long millis) {
    return millis / (double) Duration.ofSeconds(1).toMillis();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
