package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/**
 * 「照会ステータス(特定個人情報名単位)」: how the wanted 「特定個人情報」 stands; there is none when the inquiry itself
 * failed. Clients know {@code 01}; the other values are an assumption of this project.
 */
public enum InformationStatus {
  NORMAL("01"),
  IN_PROGRESS("02"),
  /** Not on the 「照会許可照合リスト」. */
  NOT_PERMITTED("11"),
  /** Declined by the network or the provider. */
  DECLINED("12"),
  /** No answer within the time limit. */
  UNANSWERED("13");

  private final String wireValue;

  InformationStatus(String wireValue) {
    this.wireValue = wireValue;
  }

  /** The two digits that stand for this status in messages and files. */
  @JsonValue
  public String wireValue() {
    return wireValue;
  }

  /**
   * @throws InvalidInputException when no status has this value
   */
  @JsonCreator
  public static InformationStatus fromWire(String value) {
    return Arrays.stream(values())
        .filter(status -> status.wireValue.equals(value))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "InformationStatus"));
  }
}
