package jp.chukan.gateway.replica;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a 「副本」 must be published to answer: on the day of the decision, and, when the inquirer names
 * a period (照会開始日付, 照会終了日付), on at least one day of it as well (JN-13).
 *
 * @param today day of the decision in Japan
 * @param from first day of the wanted period, null when open
 * @param to last day of it, null when open
 */
public record WantedPeriod(LocalDate today, @Nullable LocalDate from, @Nullable LocalDate to) {

  /** No period is named: only the day counts. */
  public static WantedPeriod on(LocalDate today) {
    return new WantedPeriod(today, null, null);
  }

  /** Whether the period ends before it begins. */
  public boolean isReversed() {
    return from != null && to != null && to.isBefore(from);
  }

  boolean isMetBy(LocalDate publishedFrom, @Nullable LocalDate publishedTo) {
    return touches(publishedFrom, publishedTo, today, today)
        && touches(publishedFrom, publishedTo, from, to);
  }

  private static boolean touches(
      LocalDate publishedFrom,
      @Nullable LocalDate publishedTo,
      @Nullable LocalDate first,
      @Nullable LocalDate last) {
    return (last == null || !publishedFrom.isAfter(last))
        && (first == null || publishedTo == null || !publishedTo.isBefore(first));
  }
}
