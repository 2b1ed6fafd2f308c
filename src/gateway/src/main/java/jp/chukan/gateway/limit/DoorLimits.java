package jp.chukan.gateway.limit;

import java.time.Duration;

/**
 * What one institution may ask of one door.
 *
 * @param requests how many in a row, and again after {@code within}
 * @param within in which as many more become free, evenly
 * @param atOnce how many are under way at the same time
 * @param uploads of these, how many bring a file that is read as a stream; each holds a connection
 *     to the database while it is sent
 */
public record DoorLimits(int requests, Duration within, int atOnce, int uploads) {

  /**
   * @throws IllegalArgumentException so that the server does not start with a door that is shut
   */
  public DoorLimits {
    if (requests < 1 || atOnce < 1 || uploads < 1 || within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("limits of a door are positive");
    }
  }
}
