package jp.chukan.gateway.replica;

import java.time.Instant;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;

/**
 * In whose name a change by hand is registered: what the header of a message says of one by
 * message.
 *
 * @param institution whose 「副本」 it is
 * @param department of whoever entered it (JN-09)
 * @param number of the proposal
 * @param enteredAt when the values were entered: so old they are
 */
public record HandRegistration(
    InstitutionCode institution,
    DepartmentCode department,
    ReceptionNumber number,
    Instant enteredAt) {
  private static final String PREFIX = "HAND-";

  /** 「レコード識別番号」 under which it takes effect, once. */
  RecordIdentificationNumber recordNumber() {
    return new RecordIdentificationNumber(PREFIX + number.value());
  }
}
