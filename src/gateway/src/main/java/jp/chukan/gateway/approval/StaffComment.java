package jp.chukan.gateway.approval;

import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.layout.IndividualNumberForm;

/**
 * What a person of the staff writes: a ground, a reason, a question, a purpose; up to 500
 * characters. May speak of a citizen, but holds no 「個人番号」.
 *
 * @param text as written
 */
public record StaffComment(String text) {
  private static final int LONGEST = 500;
  private static final String ELEMENT = "Comment";

  /**
   * @throws InvalidInputException when it is blank, too long, or holds what has the form of a
   *     「個人番号」
   */
  public StaffComment {
    if (text == null || text.isBlank()) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, ELEMENT);
    }
    if (text.length() > LONGEST) {
      throw InvalidInputException.at(ErrorCode.SYM_TOO_LARGE, ELEMENT);
    }
    if (IndividualNumberForm.isIn(text)) {
      throw InvalidInputException.at(ErrorCode.DBM_INDIVIDUAL_NUMBER, ELEMENT);
    }
  }

  /** Never shows the text: it may speak of a citizen. */
  @Override
  public String toString() {
    return "StaffComment[redacted]";
  }
}
