package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「市区町村コード」: 5 digits naming a municipality, or a ward of a designated city, for example {@code
 * 04202}.
 *
 * @param value the code itself, never null
 */
public record MunicipalityCode(@JsonValue String value) {
  private static final CodeForm FORM = CodeForm.of(MunicipalityCode.class, "市区町村コード", "[0-9]{5}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MunicipalityCode {
    FORM.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
