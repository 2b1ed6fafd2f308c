package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.layout.IndividualNumberForm;
import org.jspecify.annotations.Nullable;

/**
 * Whose 「副本」, as typed; it travels in the body of a POST only.
 *
 * @param addressee 「団体内統合宛名番号」
 * @param birthDate 生年月日, the second identifier (MU-26)
 * @param information 「特定個人情報名コード」
 * @param purpose why
 */
record ReplicaQuestion(
    @Nullable String addressee,
    @Nullable String birthDate,
    @Nullable String information,
    @Nullable String purpose) {
  static final ReplicaQuestion EMPTY = new ReplicaQuestion(null, null, null, null);

  /**
   * @throws InvalidInputException when it has another form, or that of a 「個人番号」; a number of twelve
   *     digits is typed with its zeros on the left
   */
  UnifiedAddresseeNumber person() {
    String typed = typed(addressee, "addressee");
    if (IndividualNumberForm.isIn(typed)) {
      throw InvalidInputException.at(ErrorCode.DBM_INDIVIDUAL_NUMBER, "addressee");
    }
    return at("addressee", () -> new UnifiedAddresseeNumber(typed));
  }

  /**
   * @throws InvalidInputException when it is no day
   */
  LocalDate born() {
    return day(typed(birthDate, "birthDate"), "birthDate");
  }

  /**
   * @throws InvalidInputException when it has another form
   */
  SpecificPersonalInformationCode code() {
    String typed = typed(information, "information");
    return at("information", () -> new SpecificPersonalInformationCode(typed));
  }

  /**
   * @throws InvalidInputException when none is stated, or it has the form of a 「個人番号」
   */
  StaffComment why() {
    return new StaffComment(Purpose.of(purpose));
  }

  /** A day as a form sends it. */
  static LocalDate day(String text, String field) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, field);
    }
  }

  private static String typed(@Nullable String text, String field) {
    if (text == null || text.isBlank()) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, field);
    }
    return text.strip();
  }

  private static <T> T at(String field, Supplier<T> code) {
    try {
      return code.get();
    } catch (InvalidInputException e) {
      throw InvalidInputException.at(e.refusal().code(), field);
    }
  }

  /** Never shows whom it is about, nor the purpose, which is free text. */
  @Override
  public String toString() {
    return "ReplicaQuestion[redacted]";
  }
}
