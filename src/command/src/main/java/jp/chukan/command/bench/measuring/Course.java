package jp.chukan.command.bench.measuring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How an amount of memory went from the beginning to the end, as it was looked at in equal steps.
 *
 * @param samples how often it was looked at
 * @param firstTenth bytes, the mean of the first tenth of the samples, of one at least
 * @param lastTenth bytes, the mean of the last tenth
 * @param largest bytes, of all samples
 */
public record Course(int samples, long firstTenth, long lastTenth, long largest) {
  private static final int TENTHS = 10;

  /** Of bytes in the order in which they were seen; all 0 when there are none. */
  static Course of(List<Long> bytes) {
    if (bytes.isEmpty()) {
      return new Course(0, 0, 0, 0);
    }
    int tenth = Math.max(1, bytes.size() / TENTHS);
    return new Course(
        bytes.size(),
        mean(bytes.subList(0, tenth)),
        mean(bytes.subList(bytes.size() - tenth, bytes.size())),
        values(bytes).max().orElse(0));
  }

  private static long mean(List<Long> bytes) {
    return Math.round(values(bytes).average().orElse(0));
  }

  private static LongStream values(List<Long> bytes) {
    return bytes.stream().mapToLong(Long::longValue);
  }

  /** How many times what it was in the first tenth it is in the last; 0 when it was nothing. */
  @JsonProperty
  public double growth() {
    return firstTenth == 0 ? 0 : (double) lastTenth / firstTenth;
  }

  /**
   * @param whose memory
   */
  public String line(String whose) {
    return Figures.format(
        "%-13s %.0f MB in the first tenth of the time, %.0f MB in the last (%.2f times), %.0f MB at most",
        whose,
        Figures.megabytes(firstTenth),
        Figures.megabytes(lastTenth),
        growth(),
        Figures.megabytes(largest));
  }
}
