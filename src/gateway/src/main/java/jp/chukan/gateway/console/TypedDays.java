package jp.chukan.gateway.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.JapanDay;
import org.jspecify.annotations.Nullable;

/** Days of a form as the instants between which something lies; null for a field left empty. */
final class TypedDays {
  private TypedDays() {}

  /**
   * When the first day begins.
   *
   * @throws InvalidInputException when it is no day
   */
  static @Nullable Instant start(@Nullable String text, String field) {
    LocalDate day = day(text, field);
    return day == null ? null : JapanDay.startOf(day);
  }

  /**
   * When the last day is over.
   *
   * @throws InvalidInputException when it is no day
   */
  static @Nullable Instant end(@Nullable String text, String field) {
    LocalDate day = day(text, field);
    return day == null ? null : JapanDay.startOf(day.plusDays(1));
  }

  private static @Nullable LocalDate day(@Nullable String text, String field) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, field);
    }
  }
}
