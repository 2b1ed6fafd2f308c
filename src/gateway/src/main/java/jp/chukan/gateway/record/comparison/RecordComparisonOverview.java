package jp.chukan.gateway.record.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.gateway.kernel.JapanDay;
import org.springframework.stereotype.Component;

/** How the days that are looked at stand, in the open transaction of the institution. */
@Component
public class RecordComparisonOverview {
  private final RecordComparisons comparisons;
  private final int days;

  public RecordComparisonOverview(
      RecordComparisons comparisons, RecordComparisonSettings settings) {
    this.comparisons = comparisons;
    this.days = settings.days();
  }

  /**
   * Days by what their newest report says.
   *
   * @param differing on which something was found
   * @param failed on which there was nothing to compare with
   */
  public record Days(long differing, long failed) {}

  public Days at(Instant now) {
    LocalDate first = JapanDay.of(now).minusDays(days);
    List<RecordComparison> newest = comparisons.newest(first, 0, days + 1);
    return new Days(
        newest.stream().filter(one -> one.findings() > 0).count(),
        newest.stream().filter(one -> one.errorCode() != null).count());
  }
}
