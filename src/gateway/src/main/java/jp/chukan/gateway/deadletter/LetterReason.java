package jp.chukan.gateway.deadletter;

import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/**
 * Why somebody sends a dead letter again or discards it.
 *
 * @param text up to 200 characters, without blanks around it
 */
public record LetterReason(String text) {
  private static final int LONGEST = 200;

  public LetterReason {
    text = text.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, "reason");
    }
  }

  /** Never shows the text, which is free. */
  @Override
  public String toString() {
    return "LetterReason[redacted]";
  }
}
