package jp.chukan.gateway.record.comparison;

import jp.chukan.gateway.testing.TestDatabase;

/** Comparisons of records for the tests of other packages. */
public final class TestRecordComparisons {
  private TestRecordComparisons() {}

  /** How the days stand. */
  public static RecordComparisonOverview overview(TestDatabase database) {
    return new RecordComparisonOverview(new RecordComparisons(database.jdbc()), Exchanges.SETTINGS);
  }
}
