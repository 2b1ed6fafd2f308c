package jp.chukan.mocknetwork.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * 「住民票コード」: eleven digits; here always of persons that do not exist.
 *
 * @param value the digits
 */
public record ResidentRecordCode(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{11}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ResidentRecordCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a 住民票コード");
    }
  }

  /** Never shows the value: it points at a person. */
  @Override
  public String toString() {
    return "ResidentRecordCode[redacted]";
  }
}
