package jp.chukan.mocknetwork.person;

import java.util.regex.Pattern;

/**
 * 「住民票コード」: eleven digits; here always of persons that do not exist.
 *
 * @param value the digits
 */
public record ResidentRecordCode(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{11}");

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
