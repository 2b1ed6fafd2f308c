package jp.chukan.gateway.staff;

import java.time.LocalDate;
import java.time.Month;

/**
 * 「年度」: from 1 April to 31 March.
 *
 * @param year the year in which it begins
 */
record FiscalYear(int year) {

  static FiscalYear of(LocalDate day) {
    return new FiscalYear(
        day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear());
  }

  LocalDate lastDay() {
    return LocalDate.of(year + 1, Month.MARCH, 31);
  }
}
