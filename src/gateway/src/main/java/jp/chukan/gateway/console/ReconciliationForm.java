package jp.chukan.gateway.console;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.reconciliation.RegisterForm;
import jp.chukan.gateway.staff.UploadedForm;
import org.jspecify.annotations.Nullable;

/**
 * What is compared, or taken out to be compared elsewhere, as typed.
 *
 * @param information 「特定個人情報名コード」
 * @param items 「項目コード」 between spaces or commas, empty for all
 * @param form of the file
 * @param purpose why
 */
record ReconciliationForm(
    @Nullable String information,
    @Nullable String items,
    @Nullable String form,
    @Nullable String purpose) {
  static final ReconciliationForm EMPTY = new ReconciliationForm(null, null, null, null);

  static ReconciliationForm of(UploadedForm uploaded) {
    return new ReconciliationForm(
        uploaded.field("information"),
        uploaded.field("items"),
        uploaded.field("form"),
        uploaded.field("purpose"));
  }

  /**
   * @throws InvalidInputException when it has another form
   */
  SpecificPersonalInformationCode code() {
    if (information == null || information.isBlank()) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, "information");
    }
    try {
      return new SpecificPersonalInformationCode(information);
    } catch (InvalidInputException e) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "information");
    }
  }

  /**
   * @throws InvalidInputException when one has another form
   */
  List<ItemCode> chosenItems() {
    try {
      return items == null
          ? List.of()
          : Arrays.stream(items.split("[\\s,、，]+"))
              .filter(code -> !code.isEmpty())
              .map(ItemCode::new)
              .distinct()
              .toList();
    } catch (InvalidInputException e) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "items");
    }
  }

  /**
   * @throws InvalidInputException when there is no such form
   */
  RegisterForm chosenForm() {
    return Stream.of(RegisterForm.values())
        .filter(one -> one.name().equals(form))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "form"));
  }

  /**
   * @throws InvalidInputException when none is stated, or it has the form of a 「個人番号」
   */
  StaffComment why() {
    return new StaffComment(Purpose.of(purpose));
  }

  /** Never shows the purpose, which is free text. */
  @Override
  public String toString() {
    return "ReconciliationForm[" + information + "]";
  }
}
