package jp.chukan.gateway.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Shows times as people in Japan read them. */
@Component
class JapanTimes {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");
  private static final Duration SOON = Duration.ofHours(3);
  private static final int MINUTES = 60;

  private final InstantSource clock;

  JapanTimes(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * How long it is until a time.
   *
   * @param hours whole hours
   * @param minutes minutes beyond them
   * @param over whether the time has passed
   * @param soon whether it passes within three hours
   */
  public record Remaining(long hours, int minutes, boolean over, boolean soon) {}

  public String time(Instant instant) {
    return TIME.format(instant);
  }

  public String day(LocalDate day) {
    return DAY.format(day);
  }

  public String minute(LocalDateTime inJapan) {
    return MINUTE.format(inJapan);
  }

  public Remaining until(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    boolean over = left.isZero() || left.isNegative();
    Duration shown = over ? Duration.ZERO : left;
    return new Remaining(
        shown.toHours(), (int) (shown.toMinutes() % MINUTES), over, left.compareTo(SOON) < 0);
  }

  /** Whole days since then. */
  public long daysSince(Instant then) {
    return Duration.between(then, clock.instant()).toDays();
  }

  /** Whole days until then. */
  public long daysUntil(Instant then) {
    return Duration.between(clock.instant(), then).toDays();
  }

  /** Whole hours since then. */
  public long hoursSince(Instant then) {
    return Duration.between(then, clock.instant()).toHours();
  }
}
