package jp.chukan.gateway.staff.account;

import java.util.function.Function;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * The way by which one person comes to the account of another: in a transaction of the own
 * institution, with its administrators and the account held until the deed is done, so that two who
 * act at once do not leave an institution without an administrator.
 */
@Component
final class AccountDoor {
  private final AccountStore store;
  private final InstitutionTransactions transactions;

  AccountDoor(AccountStore store, InstitutionTransactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /**
   * @param staff who acts
   * @param user whose account
   * @param deed on the account as it stands
   * @return what the deed returns, or {@link AccountRefusal#UNKNOWN}
   */
  AccountOutcome open(
      StaffIdentity staff, UserId user, Function<StaffAccount, AccountOutcome> deed) {
    return transactions.within(
        staff.institution(),
        () -> {
          store.lockAdministrators(staff.institution());
          return store.lock(user).map(deed).orElseGet(() -> new Refused(AccountRefusal.UNKNOWN));
        });
  }
}
