package jp.chukan.gateway.staff.grant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.AccountState;
import jp.chukan.gateway.staff.account.Accounts;
import jp.chukan.gateway.staff.account.StaffAccount;
import org.springframework.stereotype.Component;

/**
 * Says to whom the console gives grants: to people whose account is in use and who inquire or
 * provide. In the open transaction of the institution.
 */
@Component
public final class GrantHolders {
  private final Accounts accounts;

  GrantHolders(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * @return why not, empty when the person may have one; the account is held until the transaction
   *     ends
   */
  Optional<ErrorCode> refusalOf(UserId user) {
    Optional<StaffAccount> account =
        accounts.lock(user).filter(one -> one.state() == AccountState.ACTIVE);
    if (account.isEmpty()) {
      return Optional.of(ErrorCode.SCM_GRANT_PERSON);
    }
    return mayHold(account.get().roles())
        ? Optional.empty()
        : Optional.of(ErrorCode.SCM_GRANT_ROLE);
  }

  /** Everybody who may have one, by id. */
  public List<StaffAccount> all() {
    return accounts.all().stream()
        .filter(account -> account.state() == AccountState.ACTIVE && mayHold(account.roles()))
        .toList();
  }

  /** Whether these roles inquire or provide. */
  static boolean mayHold(Set<StaffRole> roles) {
    return roles.contains(StaffRole.OFFICER) || roles.contains(StaffRole.APPROVER);
  }
}
