package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「団体内統合宛名番号」: up to 15 digits, zero-padded on the left; a person inside one institution, also when
 * not a resident.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record UnifiedAddresseeNumber(@JsonValue String value) {
  private static final CodeForm FORM =
      CodeForm.of(UnifiedAddresseeNumber.class, "団体内統合宛名番号", "[0-9]{1,15}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UnifiedAddresseeNumber {
    value = FORM.checkPadded(value, 15);
  }

  /** Never shows the value: it points at a person. */
  @Override
  public String toString() {
    return "UnifiedAddresseeNumber[redacted]";
  }
}
