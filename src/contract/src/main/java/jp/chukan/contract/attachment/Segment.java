package jp.chukan.contract.attachment;

import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** 「登録削除区分」: what becomes of the records of one attachment. */
public enum Segment {
  REGISTRATION("1"),
  /** The value is an assumption of this project. */
  DELETION("2");

  private final String wireValue;

  Segment(String wireValue) {
    this.wireValue = wireValue;
  }

  public String wireValue() {
    return wireValue;
  }

  /**
   * @throws InvalidInputException for any other value than {@code 1} and {@code 2}
   */
  public static Segment fromWire(String value) {
    return switch (value) {
      case "1" -> REGISTRATION;
      case "2" -> DELETION;
      default ->
          throw InvalidInputException.at(ErrorCode.DBM_SEGMENT, RegistrationAttachment.SEGMENT);
    };
  }
}
