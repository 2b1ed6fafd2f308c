package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「電文メッセージID」: up to 64 characters naming one message of one sender.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record MessageId(@JsonValue String value) {
  private static final CodeForm FORM =
      CodeForm.of(MessageId.class, "電文メッセージID", "[0-9A-Za-z_.-]{1,64}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MessageId {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
