package jp.chukan.contract.error;

import org.jspecify.annotations.Nullable;

/**
 * Why something was refused and where: a value, not an exception, because a refusal is as much a
 * result as an answer.
 *
 * @param code the row of the catalogue
 * @param record 「レコード識別番号」 of the record that broke the rule, or the number of the line in a file;
 *     null when it is not about one record
 * @param element name of the element or item that broke the rule, null when it is not about one
 */
public record Refusal(ErrorCode code, @Nullable String record, @Nullable String element) {

  public static Refusal of(ErrorCode code) {
    return new Refusal(code, null, null);
  }

  public static Refusal at(ErrorCode code, String element) {
    return new Refusal(code, null, element);
  }

  /** The same refusal, said of this record. */
  public Refusal inRecord(@Nullable String recordIdentificationNumber) {
    return new Refusal(code, recordIdentificationNumber, element);
  }
}
