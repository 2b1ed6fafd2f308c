package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「許可証番号」: 8 to 40 characters naming one 「情報提供許可証」.
 *
 * @param value the code itself, never null; its form is an assumption of this project, see
 *     docs/assumptions.md
 */
public record PermitId(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(PermitId.class, "許可証番号", "[0-9A-Za-z-]{8,40}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PermitId {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
