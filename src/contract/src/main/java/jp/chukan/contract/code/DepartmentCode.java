package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「部署コード」: up to 20 printable ASCII characters.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record DepartmentCode(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(DepartmentCode.class, "部署コード", "[!-~]{1,20}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DepartmentCode {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
