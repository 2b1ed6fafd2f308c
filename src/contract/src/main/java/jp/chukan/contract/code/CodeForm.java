package jp.chukan.contract.code;

import java.util.regex.Pattern;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The form of one code system, and the one place where a value is held against it. */
final class CodeForm {
  private final String typeName;
  private final Pattern pattern;

  private CodeForm(String typeName, Pattern pattern) {
    this.typeName = typeName;
    this.pattern = pattern;
  }

  static CodeForm of(Class<?> type, String japaneseName, String expression) {
    return new CodeForm(
        type.getSimpleName() + "(" + japaneseName + ")", Pattern.compile(expression));
  }

  void check(@Nullable String value) {
    if (value == null || !pattern.matcher(value).matches()) {
      // The value itself stays out of the message: it may be personal.
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, typeName);
    }
  }

  /** Clients write the same number with or without leading zeros: one person, one value. */
  String checkPadded(@Nullable String value, int width) {
    check(value);
    String digits = String.valueOf(value);
    return "0".repeat(width - digits.length()) + digits;
  }
}
