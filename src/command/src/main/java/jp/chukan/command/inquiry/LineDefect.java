package jp.chukan.command.inquiry;

import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.InquiryField;

/** What keeps a line from leaving, by one field of an otherwise lawful one. */
enum LineDefect {
  /** A procedure that the list does not have (MS-20). */
  NOT_LISTED(ErrorCode.SKI_NOT_ON_LIST, InquiryField.PROCEDURE, "JT99999999999999"),
  /** Somebody for whom no 「符号」 was acquired. */
  NO_LINKAGE_CODE(ErrorCode.SKI_NO_LINKAGE_CODE, InquiryField.UNIFIED_ADDRESSEE, "999999999999999"),
  /** 住民基本台帳事務 (MS-16). */
  PROVIDES_ONLY(ErrorCode.SKI_AFFAIR_PROVIDES_ONLY, InquiryField.AFFAIR, "JM09000000000001"),
  /** Somebody who works there and is granted nothing (MS-22). */
  NO_GRANT(ErrorCode.SKI_OPERATOR_NOT_GRANTED, InquiryField.USER, "chukan-stranger"),
  /** No row of the institution master. */
  UNKNOWN_PROVIDER(ErrorCode.SKI_PROVIDER_UNKNOWN, InquiryField.PROVIDER, "9999999999999999"),
  /** The inquirer asks itself (MS-25). */
  IN_HOUSE(ErrorCode.SKI_IN_HOUSE, InquiryField.PROVIDER, ""),
  TOO_WIDE(ErrorCode.SKI_FIELD_WIDTH, InquiryField.ADDRESSEE, "0".repeat(16)),
  NO_SUCH_DAY(ErrorCode.SKI_DATE, InquiryField.PERIOD_FROM, "20260230"),
  NO_USER(ErrorCode.SKI_FIELD_MISSING, InquiryField.USER, "");

  private final ErrorCode code;
  private final InquiryField field;
  private final String value;

  LineDefect(ErrorCode code, InquiryField field, String value) {
    this.code = code;
    this.field = field;
    this.value = value;
  }

  /** The line with this defect, and what must come of it. */
  PlannedLine in(InstitutionCode inquirer, PlannedLine lawful) {
    var fields = new ArrayList<>(lawful.fields());
    var wrong = this == IN_HOUSE ? inquirer.value() : value;
    fields.set(field.ordinal(), wrong + " ".repeat(Math.max(0, field.width() - wrong.length())));
    return new PlannedLine(lawful.person(), fields, expectation());
  }

  private Expectation expectation() {
    return switch (this) {
      case NOT_LISTED, NO_LINKAGE_CODE, PROVIDES_ONLY, NO_GRANT, UNKNOWN_PROVIDER, IN_HOUSE ->
          new Expectation.RefusedHere(code);
      case TOO_WIDE, NO_SUCH_DAY, NO_USER -> new Expectation.Unreadable(code, field);
    };
  }

  static LineDefect number(int number) {
    return List.of(values()).get(number % values().length);
  }
}
