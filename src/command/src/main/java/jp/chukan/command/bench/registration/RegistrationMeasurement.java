package jp.chukan.command.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What one run showed.
 *
 * @param records records sent
 * @param accepted records accepted
 * @param attachmentBytes size of the attachment
 * @param millis from the first byte sent to the answer
 * @param peakHeapBytes highest heap in use at the gateway
 * @param largestHeapBytes largest heap that it may have
 * @param rowBytes average size of a stored row
 * @param floorMillis time of the COPY of as many rows of that size
 */
record RegistrationMeasurement(
    int records,
    int accepted,
    long attachmentBytes,
    long millis,
    long peakHeapBytes,
    long largestHeapBytes,
    int rowBytes,
    long floorMillis) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final double MEGABYTE = 1024.0 * 1024.0;

  long recordsPerSecond() {
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
            "registration  %,d records (%.1f MB) in %.1f s: %,d records/s, %,d accepted",
            records, attachmentBytes / MEGABYTE, seconds(millis), recordsPerSecond(), accepted),
        format(
            "heap          %.0f MB at most of the %.0f MB that the gateway may have",
            peakHeapBytes / MEGABYTE, largestHeapBytes / MEGABYTE),
        format(
            "floor         COPY of as many rows of %d bytes into a plain table in %.2f s: %,d rows/s",
            rowBytes, seconds(floorMillis), floorPerSecond()),
        format("ratio         %.1f times the floor's time", ratio()));
  }

  void writeTo(Path file) throws IOException {
    ObjectNode root = JSON.valueToTree(this);
    root.put("recordsPerSecond", recordsPerSecond())
        .put("floorPerSecond", floorPerSecond())
        .put("ratio", ratio());
    JSON.writeValue(file.toFile(), root);
  }

  private long perSecond(long taken) {
    return Math.round(records * (double) Duration.ofSeconds(1).toMillis() / Math.max(1, taken));
  }

  private static double seconds(long millis) {
    return millis / (double) Duration.ofSeconds(1).toMillis();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
