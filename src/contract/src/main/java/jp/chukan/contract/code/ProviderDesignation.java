package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * How a client names the provider of an inquiry: by 「機関コード」 or by the 5 digits of a municipality;
 * the institution master says which institution is meant.
 *
 * @param value 16 or 5 digits, never null
 */
public record ProviderDesignation(@JsonValue String value) {
  private static final int MUNICIPALITY_DIGITS = 5;
  private static final CodeForm FORM =
      CodeForm.of(ProviderDesignation.class, "情報提供者機関コード", "[0-9]{16}|[0-9]{5}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProviderDesignation {
    FORM.check(value);
  }

  /** The 「機関コード」, empty when a municipality is named by its 5 digits. */
  public Optional<InstitutionCode> institution() {
    return isMunicipality() ? Optional.empty() : Optional.of(new InstitutionCode(value));
  }

  /** The 5 digits of a municipality, empty when a 「機関コード」 is given. */
  public Optional<MunicipalityCode> municipality() {
    return isMunicipality() ? Optional.of(new MunicipalityCode(value)) : Optional.empty();
  }

  private boolean isMunicipality() {
    return value.length() == MUNICIPALITY_DIGITS;
  }

  @Override
  public String toString() {
    return value;
  }
}
