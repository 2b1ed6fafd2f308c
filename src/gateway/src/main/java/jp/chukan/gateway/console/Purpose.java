package jp.chukan.gateway.console;

import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Why somebody looks: stated before anything is shown (MS-76). */
final class Purpose {
  private static final int LONGEST = 200;

  private Purpose() {}

  static boolean isStated(@Nullable String text) {
    return text != null && !text.isBlank() && text.strip().length() <= LONGEST;
  }

  /**
   * @throws InvalidInputException when nothing is stated, or more than 200 characters
   */
  static String of(@Nullable String text) {
    if (text == null || !isStated(text)) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, "purpose");
    }
    return text.strip();
  }
}
