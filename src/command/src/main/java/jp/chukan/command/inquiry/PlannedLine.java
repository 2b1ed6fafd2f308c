package jp.chukan.command.inquiry;

import java.util.List;
import jp.chukan.contract.inquiryfile.InquiryField;

/**
 * One line of a file, and what must come of it.
 *
 * @param person position of the resident whom it is about
 * @param fields the 18 fields as they are written
 * @param expectation what must come of it
 */
public record PlannedLine(int person, List<String> fields, Expectation expectation) {
  public PlannedLine {
    fields = List.copyOf(fields);
  }

  /** A field as it is written. */
  public String field(InquiryField field) {
    return fields.get(field.ordinal());
  }

  /** Never shows what it holds: it is about a person. */
  @Override
  public String toString() {
    return "PlannedLine[" + expectation + ", redacted]";
  }
}
