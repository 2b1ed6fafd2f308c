package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「事務コード」: {@code JM} and 14 digits naming one affair (事務).
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record AffairCode(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(AffairCode.class, "事務コード", "JM[0-9]{14}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AffairCode {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
