package jp.chukan.mocknetwork.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * 「シリアル番号」 of the certificate for user authentication on a 個人番号カード: tells which card it is, and
 * nothing about the person.
 *
 * @param value sixteen hexadecimal digits
 */
public record SerialNumber(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SerialNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("serialNumber");
    }
  }

  /** Never shows the value: it points at a person. */
  @Override
  public String toString() {
    return "SerialNumber[redacted]";
  }
}
