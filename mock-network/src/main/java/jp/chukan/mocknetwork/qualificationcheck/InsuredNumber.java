package jp.chukan.mocknetwork.qualificationcheck;

import java.util.regex.Pattern;

/**
 * 「被保険者記号・番号・枝番」: tells one insured person from all others.
 *
 * @param municipality five digits of the municipality that insures
 * @param symbol 記号
 * @param number 番号, of the household
 * @param branch 枝番: two digits, of the person
 */
public record InsuredNumber(String municipality, String symbol, String number, String branch) {
  private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");
  private static final Pattern SYMBOL = Pattern.compile("[0-9]{1,8}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{7}");
  private static final Pattern BRANCH = Pattern.compile("[0-9]{2}");

  public InsuredNumber {
    require(MUNICIPALITY, municipality, "municipality");
    require(SYMBOL, symbol, "symbol");
    require(NUMBER, number, "number");
    require(BRANCH, branch, "branch");
  }

  private static void require(Pattern form, String value, String field) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(field);
    }
  }

  /** All of it in one text, by which it is looked up. */
  public String joined() {
    return String.join("-", municipality, symbol, number, branch);
  }

  /** Never shows the number: it points at a person. */
  @Override
  public String toString() {
    return "InsuredNumber[" + municipality + ", redacted]";
  }
}
