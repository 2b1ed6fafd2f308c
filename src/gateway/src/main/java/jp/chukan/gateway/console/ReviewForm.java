package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What was typed for a review of the 「操作ログ」.
 *
 * @param from first day
 * @param to last day
 * @param names anything has the surnames compared
 * @param purpose why
 */
record ReviewForm(
    @Nullable String from, @Nullable String to, @Nullable String names, @Nullable String purpose) {
  private static final int LONGEST_DAYS = 366;

  /** The days of a review, both of which belong to it. */
  record Period(LocalDate first, LocalDate last) {
    @Override
    public String toString() {
      return first + "/" + last;
    }
  }

  /** The month before the one in which the day lies. */
  static ReviewForm lastMonth(LocalDate today) {
    LocalDate first = today.minusMonths(1).withDayOfMonth(1);
    return new ReviewForm(
        first.toString(), first.plusMonths(1).minusDays(1).toString(), null, null);
  }

  /**
   * @throws InvalidInputException for days that are none, in the wrong order, or more than a year
   */
  Period period() {
    LocalDate first = day(from, "from");
    LocalDate last = day(to, "to");
    if (last.isBefore(first) || first.plusDays(LONGEST_DAYS).isBefore(last)) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "to");
    }
    return new Period(first, last);
  }

  public boolean comparesNames() {
    return names != null;
  }

  private static LocalDate day(@Nullable String text, String field) {
    try {
      return LocalDate.parse(text == null ? "" : text.strip());
    } catch (DateTimeParseException e) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, field);
    }
  }

  /** Never shows the purpose, which is free text. */
  @Override
  public String toString() {
    return "ReviewForm[" + from + "/" + to + "]";
  }
}
