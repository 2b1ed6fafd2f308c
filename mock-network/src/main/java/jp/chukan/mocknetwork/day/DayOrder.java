package jp.chukan.mocknetwork.day;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which day is to be played.
 *
 * @param day its date, empty for yesterday; no time of it may be in the future
 * @param seed the same seed plays the same as long as the registers are the same
 * @param events how many events of residents it has, those that follow others not counted
 * @param lasting how long it takes
 * @param inquiries whether ministries inquire about residents in the course of it, and about
 *     everybody who changed at its end
 */
public record DayOrder(
    Optional<LocalDate> day, long seed, int events, Duration lasting, boolean inquiries) {
  private static final int MOST_EVENTS = 5_000;
  private static final Duration LONGEST = Duration.ofHours(12);

  public DayOrder {
    if (events < 0 || events > MOST_EVENTS) {
      throw new IllegalArgumentException("0 to " + MOST_EVENTS + " events");
    }
    if (lasting.isNegative() || lasting.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("0 to " + LONGEST.toSeconds() + " seconds");
    }
  }
}
