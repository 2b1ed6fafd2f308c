package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「事務手続コード」: {@code JT} and 14 digits naming one procedure of an affair.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record ProcedureCode(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(ProcedureCode.class, "事務手続コード", "JT[0-9]{14}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProcedureCode {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
