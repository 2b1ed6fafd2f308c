package jp.chukan.contract.inquiryfile;

import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one line; the others of the file go on.
 *
 * @param lineNumber from 1
 * @param field where, null when the line itself is at fault: number of fields, the same line twice
 * @param code the row of the catalogue
 */
public record LineFault(int lineNumber, @Nullable InquiryField field, ErrorCode code) {

  /** The text for staff; it never repeats a value. */
  public String message() {
    if (code == ErrorCode.SKI_DUPLICATE_RECORD) {
      // Clients compare this one to the letter.
      return ClientMessages.DUPLICATE_RECORD;
    }
    return field == null ? lineNumber + "行目: " + code.message() : field.faultText(lineNumber, code);
  }

  /** The same as a value of the catalogue, with the number of the line and the field by name. */
  public Refusal refusal() {
    return new Refusal(code, Integer.toString(lineNumber), field == null ? null : field.label());
  }
}
