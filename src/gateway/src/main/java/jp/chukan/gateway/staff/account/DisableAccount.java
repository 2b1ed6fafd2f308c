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
 * Disables an account, or turns down what was applied for; its running sessions end at once (JN-35,
 * MU-06). One person is enough: what stops somebody must not wait.
 *
 * <p>Refused with {@link AccountRefusal#NOT_ALLOWED}, {@code TEXT}, {@code UNKNOWN}.
 */
@Component
public final class DisableAccount {
  private final AccountStore store;
  private final AccountJournal journal;
  private final RevokeSessions sessions;
  private final AccountDoor door;
  private final InstantSource clock;

  DisableAccount(
      AccountStore store,
      AccountJournal journal,
      RevokeSessions sessions,
      AccountDoor door,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.sessions = sessions;
    this.door = door;
    this.clock = clock;
  }

  /**
   * @param administrator of the institution
   * @param user whose account; the own one too
   * @param reason why, up to 200 characters
   */
  public AccountOutcome disable(StaffIdentity administrator, UserId user, String reason) {
    if (!administrator.mayActAs(ADMINISTRATOR)) {
      return new Refused(AccountRefusal.NOT_ALLOWED);
    }
    if (!Application.isReason(reason)) {
      return new Refused(AccountRefusal.TEXT);
    }
    return door.open(administrator, user, account -> disable(administrator, account, reason));
  }

  private AccountOutcome disable(StaffIdentity administrator, StaffAccount account, String reason) {
    if (account.state() == AccountState.DISABLED) {
      return new Changed(account, null);
    }
    Instant now = clock.instant();
    store.disable(account.user(), reason, administrator.user().value(), now);
    sessions.revoke(account.institution(), account.user(), 0, now);
    journal.keep(
        account.institution(),
        account.user(),
        account.roles(),
        AccountEvent.Kind.DISABLED,
        reason,
        administrator.user(),
        administrator.user().value(),
        now);
    return new Changed(store.find(account.user()).orElseThrow(), null);
  }
}
