package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「処理通番」: opaque, 8 to 32 digits and capital letters; ties an inquiry to its provision and an
 * acquisition to its code.
 *
 * @param value the code itself, never null; its form is an assumption of this project, see
 *     docs/assumptions.md
 */
public record ProcessingNumber(@JsonValue String value) {
  private static final CodeForm FORM =
      CodeForm.of(ProcessingNumber.class, "処理通番", "[0-9A-Z]{8,32}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProcessingNumber {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
