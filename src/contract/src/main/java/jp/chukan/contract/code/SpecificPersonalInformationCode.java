package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「特定個人情報名コード」: {@code TM} and 14 digits naming one kind of 「特定個人情報」.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record SpecificPersonalInformationCode(@JsonValue String value) {
  private static final CodeForm FORM =
      CodeForm.of(SpecificPersonalInformationCode.class, "特定個人情報名コード", "TM[0-9]{14}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SpecificPersonalInformationCode {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
