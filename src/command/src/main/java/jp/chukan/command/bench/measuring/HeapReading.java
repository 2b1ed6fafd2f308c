package jp.chukan.command.bench.measuring;

import java.util.regex.Pattern;

/**
 * The heap of a Java process at one moment, as its metrics tell it.
 *
 * @param used bytes in use
 * @param largest bytes that it may use
 */
public record HeapReading(long used, long largest) {
  public static final HeapReading NONE = new HeapReading(0, 0);

  private static final Pattern USED = heap("jvm_memory_used_bytes");
  private static final Pattern LARGEST = heap("jvm_memory_max_bytes");

  public static HeapReading of(String metrics) {
    return new HeapReading(sum(USED, metrics), sum(LARGEST, metrics));
  }

  public HeapReading orHigher(HeapReading other) {
    return new HeapReading(Math.max(used, other.used), Math.max(largest, other.largest));
  }

  /**
   * @param whose the process
   */
  public String line(String whose) {
    return Figures.format(
        "heap          %.0f MB at most of the %.0f MB that the %s may have",
        Figures.megabytes(used), Figures.megabytes(largest), whose);
  }

  private static Pattern heap(String metric) {
    return Pattern.compile("^" + metric + "\\{[^}]*area=\"heap\"[^}]*} (\\S+)$", Pattern.MULTILINE);
  }

  private static long sum(Pattern pattern, String metrics) {
    return pattern
        .matcher(metrics)
        .results()
        // a pool without a limit of its own says -1
        .mapToLong(line -> Math.max(0, (long) Double.parseDouble(line.group(1))))
        .sum();
  }
}
