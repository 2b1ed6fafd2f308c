package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「システム識別子」: {@code K} or {@code T} and 9 digits naming one information system.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record SystemIdentifier(@JsonValue String value) {
  private static final CodeForm FORM =
      CodeForm.of(SystemIdentifier.class, "システム識別子", "[KT][0-9]{9}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SystemIdentifier {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
