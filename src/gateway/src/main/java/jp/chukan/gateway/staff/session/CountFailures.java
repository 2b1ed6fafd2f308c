package jp.chukan.gateway.staff.session;

import java.time.Instant;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.ConsoleSettings;
import jp.chukan.gateway.staff.account.AccountEvent;
import jp.chukan.gateway.staff.account.AccountJournal;
import jp.chukan.gateway.staff.account.Accounts;
import jp.chukan.gateway.staff.session.LoginStore.Credentials;
import org.springframework.stereotype.Component;

/** Locks an account after wrong passwords in a row; in the transaction that holds the account. */
@Component
class CountFailures {
  private final LoginStore store;
  private final Accounts accounts;
  private final AccountJournal journal;
  private final ConsoleSettings settings;

  CountFailures(
      LoginStore store, Accounts accounts, AccountJournal journal, ConsoleSettings settings) {
    this.store = store;
    this.accounts = accounts;
    this.journal = journal;
    this.settings = settings;
  }

  boolean isLocked(Credentials credentials, Instant at) {
    return credentials.lockedUntil() != null && at.isBefore(credentials.lockedUntil());
  }

  /**
   * @return whether this failure locked the account
   */
  boolean count(UserId user, Credentials credentials, Instant at) {
    int failures = credentials.failures() + 1;
    if (failures < settings.failures()) {
      store.fail(user, failures, null);
      return false;
    }
    // counted anew when the lock is over
    store.fail(user, 0, at.plus(settings.lock()));
    accounts
        .find(user)
        .ifPresent(account -> journal.keepOwn(account, AccountEvent.Kind.LOCKED, at));
    return true;
  }
}
