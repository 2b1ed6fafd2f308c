package jp.chukan.gateway.record.comparison;

import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.document.ReportedExchange.Keeper;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of which two parties do not keep the same.
 *
 * @param kind what is wrong
 * @param keeper with whose records those of this institution disagree
 * @param number 「処理通番」
 * @param field in what they differ, null unless they do
 * @param here what is kept here, null unless they differ
 * @param there what is kept there, null unless they differ
 */
public record RecordFinding(
    Kind kind,
    Keeper keeper,
    ProcessingNumber number,
    @Nullable Field field,
    @Nullable String here,
    @Nullable String there) {

  /** What is wrong. */
  public enum Kind {
    /** The other party has a record, and this institution has none. */
    MISSING_HERE,
    /** This institution has a record, and the other party has none. */
    MISSING_THERE,
    /** Both have one and do not say the same. */
    DIFFERENT,
    /** This institution has more than one of the same exchange. */
    DOUBLED
  }

  /** In what two records may differ. */
  public enum Field {
    INQUIRER,
    PROVIDER,
    AFFAIR,
    PROCEDURE,
    INFORMATION,
    INQUIRED_AT,
    OUTCOME,
    ERROR_CODE
  }

  static RecordFinding of(Kind kind, Keeper keeper, ProcessingNumber number) {
    return new RecordFinding(kind, keeper, number, null, null, null);
  }
}
