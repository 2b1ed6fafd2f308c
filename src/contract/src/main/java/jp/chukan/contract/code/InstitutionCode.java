package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「機関コード」: 16 digits naming one institution, for example {@code 0220104202101700}.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record InstitutionCode(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(InstitutionCode.class, "機関コード", "[0-9]{16}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public InstitutionCode {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
