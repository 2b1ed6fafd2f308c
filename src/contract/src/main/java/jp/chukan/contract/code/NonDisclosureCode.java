package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「不開示コード」: one digit; {@code 0} discloses.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record NonDisclosureCode(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(NonDisclosureCode.class, "不開示コード", "[0-9]");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NonDisclosureCode {
    FORM.check(value);
  }

  /** Whether the exchange is kept from the citizen's own view (不開示). */
  public boolean withholds() {
    return !value.equals("0");
  }

  @Override
  public String toString() {
    return value;
  }
}
