package jp.chukan.contract.inquiryfile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.regex.Pattern;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** Days and times of the files: digits without separators, in Japan's time. */
final class JapanTime {
  private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final DateTimeFormatter DAY = form("uuuuMMdd");
  private static final DateTimeFormatter SECOND = form("uuuuMMddHHmmss");
  private static final DateTimeFormatter MILLISECOND = form("uuuuMMddHHmmssSSS");

  private JapanTime() {}

  static LocalDate day(String digits) {
    return parse(digits, DAY, LocalDate::from);
  }

  static LocalDateTime second(String digits) {
    return parse(digits, SECOND, LocalDateTime::from);
  }

  static Instant millisecond(String digits) {
    return parse(digits, MILLISECOND, LocalDateTime::from).toInstant(JAPAN);
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String second(LocalDateTime time) {
    return SECOND.format(time);
  }

  static String millisecond(Instant time) {
    return MILLISECOND.format(inJapan(time));
  }

  static LocalDateTime inJapan(Instant time) {
    return LocalDateTime.ofInstant(time, JAPAN);
  }

  /** Four digits of a year are all that the files have room for. */
  static boolean isWritable(int year) {
    return year >= 0 && year <= 9999;
  }

  private static <T> T parse(String digits, DateTimeFormatter form, TemporalQuery<T> query) {
    if (!DIGITS.matcher(digits).matches()) {
      throw InvalidInputException.of(ErrorCode.SKI_FIELD_FORM);
    }
    try {
      return form.parse(digits, query);
    } catch (DateTimeException e) {
      // The cause would quote the value.
      throw InvalidInputException.of(ErrorCode.SKI_DATE);
    }
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
