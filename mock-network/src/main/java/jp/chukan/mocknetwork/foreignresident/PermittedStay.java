package jp.chukan.mocknetwork.foreignresident;

import java.time.LocalDate;
import java.time.Period;

/**
 * 「在留期間等」.
 *
 * @param period 在留期間
 * @param expiresOn 在留期間の満了の日
 */
public record PermittedStay(Period period, LocalDate expiresOn) {
  public PermittedStay {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("period");
    }
  }

  /** A stay of so long from a day on. */
  public static PermittedStay from(LocalDate day, Period period) {
    return new PermittedStay(period, day.plus(period));
  }
}
