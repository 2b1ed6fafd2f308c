package jp.chukan.gateway.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days that statistics are asked for, at most 92.
 *
 * @param from first day
 * @param to last day
 */
record StatisticsPeriod(LocalDate from, LocalDate to) {
  static final int LONGEST = 92;
  private static final int USUAL = 30;

  /**
   * Reads what was typed; what is left out ends today, or is 30 days long.
   *
   * @return empty for what is no day, ends before it begins, or is longer than 92 days
   */
  static Optional<StatisticsPeriod> of(
      @Nullable String from, @Nullable String to, LocalDate today) {
    try {
      LocalDate last = to == null || to.isBlank() ? today : LocalDate.parse(to);
      LocalDate first =
          from == null || from.isBlank() ? last.minusDays(USUAL - 1L) : LocalDate.parse(from);
      long days = ChronoUnit.DAYS.between(first, last) + 1;
      return days < 1 || days > LONGEST
          ? Optional.empty()
          : Optional.of(new StatisticsPeriod(first, last));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** As the operation log keeps it. */
  @Override
  public String toString() {
    return from + "/" + to;
  }
}
