package jp.chukan.mocknetwork.kiosk;

import java.util.regex.Pattern;

/**
 * 「利用者証明用電子証明書の暗証番号」 of a card.
 *
 * @param value four digits
 */
public record Pin(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{4}");

  public Pin {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a 暗証番号");
    }
  }

  /** Never shows the value: it is a secret. */
  @Override
  public String toString() {
    return "Pin[redacted]";
  }
}
