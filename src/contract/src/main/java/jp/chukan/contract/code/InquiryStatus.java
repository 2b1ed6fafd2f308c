package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/**
 * 「照会ステータス(明細単位)」: how one inquiry stands. Clients know {@code 09}; the other values are an
 * assumption of this project.
 */
public enum InquiryStatus {
  /** Accepted, not yet with the network. */
  ACCEPTED("01"),
  /** With the provider. */
  INQUIRING("02"),
  /** Normal end: the items are there. */
  COMPLETED("09"),
  /** A line that cannot be read. */
  MALFORMED("11"),
  /** Refused here: it never left. */
  REFUSED("12"),
  /** Declined by the network or the provider. */
  DECLINED("13"),
  /** No answer within the time limit. */
  UNANSWERED("14"),
  /** Ended, and its content removed after the 「保管期限」. */
  REMOVED("19");

  private final String wireValue;

  InquiryStatus(String wireValue) {
    this.wireValue = wireValue;
  }

  /** The two digits that stand for this status in messages and files. */
  @JsonValue
  public String wireValue() {
    return wireValue;
  }

  /** Whether nothing will change any more. */
  public boolean isFinal() {
    return this != ACCEPTED && this != INQUIRING;
  }

  /**
   * @throws InvalidInputException when no status has this value
   */
  @JsonCreator
  public static InquiryStatus fromWire(String value) {
    return Arrays.stream(values())
        .filter(status -> status.wireValue.equals(value))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "InquiryStatus"));
  }
}
