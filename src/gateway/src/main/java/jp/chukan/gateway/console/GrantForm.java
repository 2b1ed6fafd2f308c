package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.staff.FiscalYear;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to apply for a grant.
 *
 * @param user id of the person
 * @param department 「部署コード」
 * @param affair 「事務コード」
 * @param function name of the function
 * @param from first day
 * @param to last day
 * @param reason why
 */
record GrantForm(
    @Nullable String user,
    @Nullable String department,
    @Nullable String affair,
    @Nullable String function,
    @Nullable String from,
    @Nullable String to,
    @Nullable String reason) {

  /** From today to the end of the fiscal year (MU-07). */
  static GrantForm suggested(@Nullable String user, @Nullable String department, LocalDate today) {
    return new GrantForm(
        user,
        department,
        null,
        null,
        today.toString(),
        FiscalYear.of(today).lastDay().toString(),
        null);
  }

  /**
   * @throws InvalidInputException when something has another form
   */
  Grant grant() {
    return new Grant(
        new UserId(typed(user)),
        new DepartmentCode(typed(department)),
        new AffairCode(typed(affair)),
        chosen(),
        day(from, "from"),
        day(to, "to"),
        typed(reason));
  }

  private GrantedFunction chosen() {
    return Stream.of(GrantedFunction.values())
        .filter(one -> one.name().equals(function))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "function"));
  }

  private static LocalDate day(@Nullable String text, String field) {
    try {
      return LocalDate.parse(typed(text));
    } catch (DateTimeParseException e) {
      // The cause would quote the value.
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, field);
    }
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Never shows the reason: it is free text. */
  @Override
  public String toString() {
    return "GrantForm[" + user + ", " + affair + "]";
  }
}
