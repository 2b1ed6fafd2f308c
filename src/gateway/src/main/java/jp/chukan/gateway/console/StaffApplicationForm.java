package jp.chukan.gateway.console;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.Application;
import jp.chukan.gateway.staff.account.StaffAccount;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to apply for an account, or for a change of one.
 *
 * @param user id of the person
 * @param name of the person
 * @param department 「部署コード」
 * @param roles names of the roles
 * @param reason why
 */
record StaffApplicationForm(
    @Nullable String user,
    @Nullable String name,
    @Nullable String department,
    @Nullable List<String> roles,
    @Nullable String reason) {
  static final StaffApplicationForm EMPTY = new StaffApplicationForm(null, null, null, null, null);

  /** The account as it stands, to be changed. */
  static StaffApplicationForm of(StaffAccount account) {
    return new StaffApplicationForm(
        account.user().value(),
        account.displayName(),
        account.department().value(),
        account.rolesInOrder().stream().map(StaffRole::name).toList(),
        null);
  }

  /**
   * @throws InvalidInputException when a code has another form
   */
  Application application(InstitutionCode institution) {
    return new Application(
        institution,
        new UserId(typed(user)),
        typed(name),
        new DepartmentCode(typed(department)),
        chosen(),
        typed(reason));
  }

  /** Whether the role was chosen. */
  public boolean has(StaffRole role) {
    return roles != null && roles.contains(role.name());
  }

  private Set<StaffRole> chosen() {
    Set<StaffRole> chosen = EnumSet.noneOf(StaffRole.class);
    Stream.of(StaffRole.values()).filter(this::has).forEach(chosen::add);
    return chosen;
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Never shows the name of the person, nor the reason. */
  @Override
  public String toString() {
    return "StaffApplicationForm[redacted]";
  }
}
