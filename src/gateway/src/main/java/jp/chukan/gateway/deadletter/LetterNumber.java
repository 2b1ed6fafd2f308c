package jp.chukan.gateway.deadletter;

import java.util.regex.Pattern;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/**
 * Names a dead letter within its institution.
 *
 * @param value 26 digits and capital letters, in the order of time
 */
public record LetterNumber(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Z]{26}");

  public LetterNumber {
    if (!FORM.matcher(value).matches()) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "LetterNumber");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
