package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「レコード識別番号」: up to 40 digits, letters and hyphens; the sender's idempotency key of one record.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record RecordIdentificationNumber(@JsonValue String value) {
  private static final CodeForm FORM =
      CodeForm.of(RecordIdentificationNumber.class, "レコード識別番号", "[0-9A-Za-z-]{1,40}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RecordIdentificationNumber {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
