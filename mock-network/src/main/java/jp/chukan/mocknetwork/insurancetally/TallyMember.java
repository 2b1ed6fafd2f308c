package jp.chukan.mocknetwork.insurancetally;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;

/**
 * What the prefecture knows of an insured person.
 *
 * @param acquiredOn 資格取得年月日 in the municipality
 * @param continuousSince the same in the prefecture
 * @param highCostMonths months of 高額療養費 since then, oldest first
 */
record TallyMember(
    LocalDate acquiredOn, LocalDate continuousSince, List<YearMonth> highCostMonths) {
  /** How many months a count looks back, with the month itself. */
  private static final int WINDOW = 12;

  /** From which time on the person pays less (国民健康保険法施行令第29条の3). */
  private static final int MANY = 4;

  TallyMember {
    highCostMonths = List.copyOf(highCostMonths);
  }

  /** With one month more; a month that is known changes nothing. */
  TallyMember with(YearMonth month) {
    var months = new TreeSet<>(highCostMonths);
    months.add(month);
    return new TallyMember(acquiredOn, continuousSince, List.copyOf(months));
  }

  /** How often it was in the twelve months that end with this one. */
  int countUntil(YearMonth month) {
    YearMonth first = month.minusMonths(WINDOW - 1L);
    return (int)
        highCostMonths.stream().filter(one -> !one.isBefore(first) && !one.isAfter(month)).count();
  }

  static boolean isMany(int count) {
    return count >= MANY;
  }
}
