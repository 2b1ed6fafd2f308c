package jp.chukan.command.bench.measuring;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** How figures are written down, the same on every machine. */
public final class Figures {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final double MEGABYTE = 1024.0 * 1024.0;
  private static final double SECOND_MILLIS = Duration.ofSeconds(1).toMillis();

  private Figures() {}

  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  public static double megabytes(long bytes) {
    return bytes / MEGABYTE;
  }

  public static double seconds(long millis) {
    return millis / SECOND_MILLIS;
  }

  /**
   * @param count of what was done
   * @param millis in how much time
   */
  public static long perSecond(long count, long millis) {
    return Math.round(count * SECOND_MILLIS / Math.max(1, millis));
  }

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /**
   * @param measurement a record, whose components become fields
   */
  public static ObjectNode object(Object measurement) {
    return JSON.valueToTree(measurement);
  }

  public static void write(ObjectNode object, Path file) throws IOException {
    JSON.writeValue(file.toFile(), object);
  }
}
