package jp.chukan.gateway.correction;

import java.util.regex.Pattern;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.layout.IndividualNumberForm;
import jp.chukan.gateway.replica.ReplicaKey;

/**
 * What a person enters about one 「副本」.
 *
 * @param key which 「副本」
 * @param wanted what is to become of it
 * @param reason why
 */
public record Entry(ReplicaKey key, WantedChange wanted, StaffComment reason) {
  private static final Pattern RECORD_KEY = Pattern.compile("[!-~]{1,40}");
  private static final String ELEMENT = "DataSetRecordKey";

  /**
   * @throws InvalidInputException when the key of the record has another form than one that comes
   *     by message, or that of a 「個人番号」
   */
  public Entry {
    if (!RECORD_KEY.matcher(key.recordKey()).matches()) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, ELEMENT);
    }
    if (IndividualNumberForm.isIn(key.recordKey())) {
      throw InvalidInputException.at(ErrorCode.DBM_INDIVIDUAL_NUMBER, ELEMENT);
    }
  }
}
