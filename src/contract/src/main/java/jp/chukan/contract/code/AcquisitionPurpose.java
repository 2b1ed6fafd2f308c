package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** Why a 「符号」 is acquired (MS-18): only information linkage opens inquiry and provision. */
public enum AcquisitionPurpose {
  INFORMATION_LINKAGE("1"),
  OTHER("9");

  private final String wireValue;

  AcquisitionPurpose(String wireValue) {
    this.wireValue = wireValue;
  }

  /** The one character that stands for this purpose in a message. */
  @JsonValue
  public String wireValue() {
    return wireValue;
  }

  /**
   * @throws InvalidInputException when no purpose has this value
   */
  @JsonCreator
  public static AcquisitionPurpose fromWire(String value) {
    return Arrays.stream(values())
        .filter(purpose -> purpose.wireValue.equals(value))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "AcquisitionPurpose"));
  }
}
