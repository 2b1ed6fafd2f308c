package jp.chukan.gateway.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Days and times in Japan as files have them. */
final class CsvTimes {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

  private CsvTimes() {}

  /** Empty for none. */
  static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
