package jp.chukan.command.bench.measuring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A rate beside that of the floor: of what cannot be done without, and nothing else, on the same
 * machine.
 *
 * @param perSecond of what was measured
 * @param floorPerSecond of the floor
 */
public record Floor(double perSecond, double floorPerSecond) {
  private static final double SECOND_MILLIS = 1_000;

  /**
   * As many of both.
   *
   * @param millis in how much time what was measured did them
   * @param floorMillis in how much time the floor did them
   */
  public static Floor ofTimes(long count, long millis, long floorMillis) {
    return new Floor(rate(count, millis), rate(count, floorMillis));
  }

  private static double rate(long count, long millis) {
    return count * SECOND_MILLIS / Math.max(1, millis);
  }

  /** How many times the floor's time the whole way takes; 0 when nothing was done. */
  @JsonProperty
  public double ratio() {
    return perSecond == 0 ? 0 : floorPerSecond / perSecond;
  }

  /** How much of the floor's rate the whole way has; 0 when the floor did nothing. */
  @JsonProperty
  public double share() {
    return floorPerSecond == 0 ? 0 : perSecond / floorPerSecond;
  }

  /**
   * @param what the floor does
   */
  public List<String> lines(String what) {
    return List.of(
        Figures.format("floor         %s: %,.0f/s", what, floorPerSecond),
        Figures.format("ratio         %.1f times the floor's time", ratio()));
  }
}
