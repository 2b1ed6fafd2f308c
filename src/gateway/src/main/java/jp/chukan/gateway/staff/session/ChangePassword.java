package jp.chukan.gateway.staff.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.account.AccountEvent;
import jp.chukan.gateway.staff.account.AccountJournal;
import jp.chukan.gateway.staff.account.Accounts;
import jp.chukan.gateway.staff.account.Passwords;
import jp.chukan.gateway.staff.account.RevokeSessions;
import jp.chukan.gateway.staff.session.LoginStore.Credentials;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A person replaces the own password; other sessions of the person end. A wrong present password
 * counts like one at login.
 */
@Component
public final class ChangePassword {
  private static final String FUNCTION = "password";

  /** Outcome of the change. */
  public enum Outcome {
    /** The new one holds. */
    CHANGED,
    /** The new one does not follow the rule, or is the present one. */
    UNACCEPTABLE,
    /** The present one was wrong. */
    WRONG,
    /** Wrong once too often: the account is locked, and the session has ended. */
    LOCKED
  }

  private final LoginStore store;
  private final SessionJournal sessionJournal;
  private final CountFailures failures;
  private final Accounts accounts;
  private final AccountJournal journal;
  private final RevokeSessions sessions;
  private final Passwords passwords;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  ChangePassword(
      LoginStore store,
      SessionJournal sessionJournal,
      CountFailures failures,
      Accounts accounts,
      AccountJournal journal,
      RevokeSessions sessions,
      Passwords passwords,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.sessionJournal = sessionJournal;
    this.failures = failures;
    this.accounts = accounts;
    this.journal = journal;
    this.sessions = sessions;
    this.passwords = passwords;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param session of the person
   * @param present password, as typed
   * @param next password, as typed
   */
  public Outcome change(StaffSession session, String present, String next) {
    InstitutionCode institution = session.identity().institution();
    UserId user = session.identity().user();
    String hash =
        transactions
            .within(institution, () -> store.find(user))
            .map(Credentials::hash)
            .orElse(null);
    boolean proven = passwords.matches(present, hash);
    if (proven && (!Passwords.isAcceptable(next, user.value()) || passwords.matches(next, hash))) {
      return Outcome.UNACCEPTABLE;
    }
    String nextHash = proven ? passwords.hash(next) : "";
    return transactions.within(institution, () -> decide(session, proven ? hash : null, nextHash));
  }

  private Outcome decide(StaffSession session, @Nullable String proven, String nextHash) {
    InstitutionCode institution = session.identity().institution();
    UserId user = session.identity().user();
    Credentials now = store.lock(user).orElseThrow();
    Instant at = clock.instant();
    if (failures.isLocked(now, at) || proven == null || !Objects.equals(proven, now.hash())) {
      sessionJournal.failed(institution, user, FUNCTION, at);
      boolean locked = failures.isLocked(now, at) || failures.count(user, now, at);
      if (locked) {
        sessions.revoke(institution, user, 0, at);
      }
      return locked ? Outcome.LOCKED : Outcome.WRONG;
    }
    store.changePassword(user, nextHash);
    sessions.revoke(institution, user, session.key().number(), at);
    journal.keepOwn(accounts.find(user).orElseThrow(), AccountEvent.Kind.PASSWORD, at);
    return Outcome.CHANGED;
  }
}
