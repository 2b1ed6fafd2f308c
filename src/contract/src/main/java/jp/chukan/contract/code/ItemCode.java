package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「項目コード」: {@code TK} and 14 digits naming one item of a standard layout; the form is an assumption
 * of this project.
 *
 * @param value the code itself, never null; its form is an assumption of this project, see
 *     docs/assumptions.md
 */
public record ItemCode(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(ItemCode.class, "項目コード", "TK[0-9]{14}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ItemCode {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
