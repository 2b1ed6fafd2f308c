package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「宛名番号」: up to 15 digits, zero-padded on the left; a person inside one business system.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record AddresseeNumber(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(AddresseeNumber.class, "宛名番号", "[0-9]{1,15}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AddresseeNumber {
    value = FORM.checkPadded(value, 15);
  }

  /** Never shows the value: it points at a person. */
  @Override
  public String toString() {
    return "AddresseeNumber[redacted]";
  }
}
