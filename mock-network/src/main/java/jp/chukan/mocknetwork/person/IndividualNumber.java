package jp.chukan.mocknetwork.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * 「個人番号」 of a resident, known to the municipality and the resident-register network only. The
 * numbers made here carry a wrong check digit on purpose, so that none can be the number of a real
 * person.
 *
 * @param value twelve digits
 */
public record IndividualNumber(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{12}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public IndividualNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a 個人番号");
    }
  }

  /** A number that nobody can have: eleven digits and a check digit that does not fit them. */
  public static IndividualNumber fictitious(String elevenDigits) {
    int wrong = (checkDigit(elevenDigits) + 1) % 10;
    return new IndividualNumber(elevenDigits + wrong);
  }

  public boolean isFictitious() {
    return checkDigit(value.substring(0, 11)) != value.charAt(11) - '0';
  }

  /** Check digit by 総務省令第85号 (2014), article 5. */
  private static int checkDigit(String elevenDigits) {
    int sum = 0;
    for (int n = 1; n <= 11; n++) {
      int digit = elevenDigits.charAt(11 - n) - '0';
      sum += digit * (n <= 6 ? n + 1 : n - 5);
    }
    int rest = sum % 11;
    return rest <= 1 ? 0 : 11 - rest;
  }

  /** Never shows the value: it points at a person. */
  @Override
  public String toString() {
    return "IndividualNumber[redacted]";
  }
}
