package jp.chukan.gateway.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day in Japan: lists, layouts, grants and periods of publication are about days there. */
public final class JapanDay {
  /** Japan keeps one time all year. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private JapanDay() {}

  /** The day that it is in Japan at this instant. */
  public static LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The instant at which this day begins in Japan. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
