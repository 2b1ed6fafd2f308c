package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「符号」: opaque, URL-safe Base64 of 16 to 128 characters; differs per institution and cannot be
 * turned back.
 *
 * @param value the code itself, never null; its form is an assumption of this project, see
 *     docs/assumptions.md
 */
public record LinkageCode(@JsonValue String value) {
  private static final CodeForm FORM =
      CodeForm.of(LinkageCode.class, "符号", "[A-Za-z0-9_-]{16,128}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LinkageCode {
    FORM.check(value);
  }

  /** Never shows the value: it points at a person. */
  @Override
  public String toString() {
    return "LinkageCode[redacted]";
  }
}
