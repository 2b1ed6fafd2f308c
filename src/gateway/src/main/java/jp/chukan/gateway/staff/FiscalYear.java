package jp.chukan.gateway.staff;

import java.time.LocalDate;
import java.time.Month;

/**
 * 「年度」: from 1 April to 31 March.
 *
 * @param year the year in which it begins
 */
public record FiscalYear(int year) {

  public static FiscalYear of(LocalDate day) {
    return new FiscalYear(
        day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear());
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, Month.APRIL, 1);
  }

  public LocalDate lastDay() {
    return LocalDate.of(year + 1, Month.MARCH, 31);
  }
}
