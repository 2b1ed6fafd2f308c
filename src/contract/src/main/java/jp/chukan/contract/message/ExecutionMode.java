package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** 「電文実行モード」. */
public enum ExecutionMode {
  PRODUCTION("0"),
  TEST("1");

  private final String wireValue;

  ExecutionMode(String wireValue) {
    this.wireValue = wireValue;
  }

  @JsonValue
  public String wireValue() {
    return wireValue;
  }

  /**
   * @throws InvalidInputException for any other value than {@code 0} and {@code 1}
   */
  @JsonCreator
  public static ExecutionMode fromWire(String value) {
    return switch (value) {
      case "0" -> PRODUCTION;
      case "1" -> TEST;
      default -> throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "MSGMode");
    };
  }
}
