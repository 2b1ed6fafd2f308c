package jp.chukan.command.bench.measuring;

import java.util.Arrays;

/**
 * Milliseconds that so many of all did not exceed.
 *
 * @param p50Millis half
 * @param p95Millis 95 of 100
 * @param p99Millis 99 of 100
 * @param p999Millis 999 of 1,000
 */
public record Percentiles(long p50Millis, long p95Millis, long p99Millis, long p999Millis) {
  private static final int THOUSAND = 1_000;

  /** Of these times, in any order; 0 when there are none. */
  public static Percentiles of(long[] millis) {
    var sorted = Arrays.stream(millis).sorted().toArray();
    return new Percentiles(at(sorted, 500), at(sorted, 950), at(sorted, 990), at(sorted, 999));
  }

  private static long at(long[] sorted, int ofThousand) {
    return sorted.length == 0
        ? 0
        : sorted[(int) (((long) sorted.length * ofThousand + THOUSAND - 1) / THOUSAND) - 1];
  }

  public String line() {
    return Figures.format(
        "half within %,d ms, 95 %% within %,d ms, 99 %% within %,d ms, 99.9 %% within %,d ms",
        p50Millis, p95Millis, p99Millis, p999Millis);
  }
}
