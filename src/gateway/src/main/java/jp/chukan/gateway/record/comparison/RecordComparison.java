package jp.chukan.gateway.record.comparison;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The report of one comparison of one day.
 *
 * @param number by which it is found
 * @param day in Japan on which was asked
 * @param comparedAt when it was compared
 * @param errorCode why there was nothing to compare with, null when there was
 * @param own how many exchanges this institution has records of
 * @param network how many the network has
 * @param other how many the other parties have
 * @param open how many are still under way on one side
 * @param findings how many things are wrong
 */
public record RecordComparison(
    long number,
    LocalDate day,
    Instant comparedAt,
    @Nullable String errorCode,
    int own,
    int network,
    int other,
    int open,
    int findings) {

  /** Whether nothing is left to be looked at. */
  public boolean isSettled() {
    return errorCode == null && findings == 0 && open == 0;
  }
}
