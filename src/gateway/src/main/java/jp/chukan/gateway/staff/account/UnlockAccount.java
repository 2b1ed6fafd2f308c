package jp.chukan.gateway.staff.account;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Lifts the lock of an account after wrong passwords before its time is over. One administrator is
 * enough: the password stays what it was.
 *
 * <p>Refused with {@link AccountRefusal#NOT_ALLOWED}, {@code TEXT}, {@code UNKNOWN}, {@code
 * SAME_PERSON}, {@code NOT_LOCKED}.
 */
@Component
public final class UnlockAccount {
  private final AccountStore store;
  private final AccountJournal journal;
  private final AccountDoor door;
  private final InstantSource clock;

  UnlockAccount(AccountStore store, AccountJournal journal, AccountDoor door, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.door = door;
    this.clock = clock;
  }

  /**
   * @param administrator of the institution
   * @param user whose account, never the own one
   * @param reason why, up to 200 characters
   */
  public AccountOutcome unlock(StaffIdentity administrator, UserId user, String reason) {
    if (!administrator.mayActAs(ADMINISTRATOR)) {
      return new Refused(AccountRefusal.NOT_ALLOWED);
    }
    if (!Application.isReason(reason)) {
      return new Refused(AccountRefusal.TEXT);
    }
    if (administrator.user().equals(user)) {
      return new Refused(AccountRefusal.SAME_PERSON);
    }
    return door.open(administrator, user, account -> unlock(administrator, account, reason));
  }

  private AccountOutcome unlock(StaffIdentity administrator, StaffAccount account, String reason) {
    Instant now = clock.instant();
    if (!account.isLocked(now)) {
      return new Refused(AccountRefusal.NOT_LOCKED);
    }
    store.unlock(account.user());
    journal.keep(
        account.institution(),
        account.user(),
        account.roles(),
        AccountEvent.Kind.UNLOCKED,
        reason,
        administrator.user(),
        administrator.user().value(),
        now);
    return new Changed(store.find(account.user()).orElseThrow(), null);
  }
}
