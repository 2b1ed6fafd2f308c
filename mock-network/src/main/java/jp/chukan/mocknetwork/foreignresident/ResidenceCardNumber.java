package jp.chukan.mocknetwork.foreignresident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * 「在留カード等番号」: the number of a 在留カード or of a 特別永住者証明書. A card that is issued anew has another.
 *
 * @param value two letters, eight digits, two letters
 */
public record ResidenceCardNumber(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{8}[A-Z]{2}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ResidenceCardNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("cardNumber");
    }
  }

  /**
   * A number of a card that does not exist.
   *
   * @param letters two, which tell one maker of such numbers from another
   */
  public static ResidenceCardNumber fictitious(String letters, long number) {
    return new ResidenceCardNumber("%s%08dZZ".formatted(letters, number));
  }

  /** Never shows the value: it points at a person. */
  @Override
  public String toString() {
    return "ResidenceCardNumber[redacted]";
  }
}
