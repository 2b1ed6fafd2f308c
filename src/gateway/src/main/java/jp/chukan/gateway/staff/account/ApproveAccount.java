package jp.chukan.gateway.staff.account;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Approves what was applied for: the account may be used from now on, with a password that the
 * person replaces at the first login; passkeys that it had count no more (JN-14).
 *
 * <p>Refused with {@link AccountRefusal#NOT_ALLOWED}, {@code UNKNOWN}, {@code NOT_WAITING}, {@code
 * SAME_PERSON}: neither who applied nor whose account it is. One exception lets an institution
 * begin: the first administrator may approve the second, whom the same person applied for, and
 * nobody else in that way.
 */
@Component
public final class ApproveAccount {
  private final AccountStore store;
  private final AccountJournal journal;
  private final Passwords passwords;
  private final OneTimeWords words;
  private final JdbcClient jdbc;
  private final AccountDoor door;
  private final InstantSource clock;

  ApproveAccount(
      AccountStore store,
      AccountJournal journal,
      Passwords passwords,
      OneTimeWords words,
      JdbcClient jdbc,
      AccountDoor door,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.passwords = passwords;
    this.words = words;
    this.jdbc = jdbc;
    this.door = door;
    this.clock = clock;
  }

  /**
   * @param approver an administrator of the institution
   * @param user whose account
   * @return with the initial password, which is nowhere else
   */
  public AccountOutcome approve(StaffIdentity approver, UserId user) {
    if (!approver.mayActAs(ADMINISTRATOR)) {
      return new Refused(AccountRefusal.NOT_ALLOWED);
    }
    InitialPassword initial = new InitialPassword(words.next());
    String hash = passwords.hash(initial.value());
    return door.open(approver, user, waiting -> decide(approver, waiting, initial, hash));
  }

  private AccountOutcome decide(
      StaffIdentity approver, StaffAccount account, InitialPassword initial, String hash) {
    if (account.state() != AccountState.PENDING) {
      return new Refused(AccountRefusal.NOT_WAITING);
    }
    boolean own = account.user().equals(approver.user());
    boolean applied = account.appliedBy().equals(approver.user().value());
    if (own || (applied && !mayBegin(approver, account))) {
      return new Refused(AccountRefusal.SAME_PERSON);
    }
    Instant now = clock.instant();
    store.approve(account.user(), hash, true, approver.user().value(), now);
    withdrawPasskeys(account.user(), now);
    journal.keep(
        account.institution(),
        account.user(),
        account.roles(),
        AccountEvent.Kind.APPROVED,
        null,
        approver.user(),
        approver.user().value(),
        now);
    return new Changed(store.find(account.user()).orElseThrow(), initial);
  }

  private boolean mayBegin(StaffIdentity approver, StaffAccount account) {
    return account.roles().contains(ADMINISTRATOR) && store.isFirstAndAlone(approver.user());
  }

  private void withdrawPasskeys(UserId user, Instant now) {
    jdbc.sql(
            """
            update staff_passkey
               set withdrawn_at = :at
             where user_id = :user and withdrawn_at is null
            """)
        .param("user", user.value())
        .param("at", now.atOffset(java.time.ZoneOffset.UTC))
        .update();
  }
}
