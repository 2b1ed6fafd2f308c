package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「ユーザーID」: up to 20 printable ASCII characters naming one person of the staff.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record UserId(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(UserId.class, "ユーザーID", "[!-~]{1,20}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserId {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
