package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「中間サーバー受付番号」: opaque, 8 to 32 digits and capital letters, given by the server to what it
 * accepted.
 *
 * @param value the code itself, never null; its form is an assumption of this project, see
 *     docs/assumptions.md
 */
public record ReceptionNumber(@JsonValue String value) {
  private static final CodeForm FORM =
      CodeForm.of(ReceptionNumber.class, "中間サーバー受付番号", "[0-9A-Z]{8,32}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReceptionNumber {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
