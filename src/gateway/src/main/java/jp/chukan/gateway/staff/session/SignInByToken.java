package jp.chukan.gateway.staff.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.session.LoginStore.Credentials;
import jp.chukan.gateway.staff.session.SessionStore.SignedInWith;
import jp.chukan.gateway.staff.session.SignInOutcome.Refused;
import jp.chukan.gateway.staff.session.SignInOutcome.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a person of the staff in whom the sign-on of the institution has proven (MS-70). The account
 * is there already and keeps its roles: no token makes one, or more of one (JN-14).
 *
 * <p>Refused in one and the same way without such an account, and when it is locked, disabled or
 * waits for approval.
 */
@Component
public final class SignInByToken {
  private static final String FUNCTION = "login-oidc";
  private static final String STRONG = "login-oidc-strong";

  private final LoginStore store;
  private final SessionStore sessions;
  private final BeginSession begin;
  private final SessionJournal journal;
  private final CountFailures failures;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  SignInByToken(
      LoginStore store,
      SessionStore sessions,
      BeginSession begin,
      SessionJournal journal,
      CountFailures failures,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.sessions = sessions;
    this.begin = begin;
    this.journal = journal;
    this.failures = failures;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param institution whose sign-on it is, by configuration
   * @param user as the token says, null when it says nothing
   * @param strong whether the token says that the person was proven as strongly as by a passkey
   */
  public SignInOutcome signIn(InstitutionCode institution, @Nullable String user, boolean strong) {
    return transactions.within(
        institution,
        () -> {
          Instant now = clock.instant();
          Optional<UserId> id = userId(user);
          Optional<Credentials> account = id.flatMap(store::lock);
          if (id.isEmpty() || account.isEmpty()) {
            return refuse(institution, null, now);
          }
          if (!account.get().active() || failures.isLocked(account.get(), now)) {
            return refuse(institution, id.get(), now);
          }
          return begin(institution, id.get(), account.get(), strong, now);
        });
  }

  /** No token came, or none that can be trusted. */
  public void refused(InstitutionCode institution) {
    transactions.run(institution, () -> refuse(institution, null, clock.instant()));
  }

  private SignInOutcome begin(
      InstitutionCode institution, UserId user, Credentials account, boolean strong, Instant now) {
    store.succeed(user, now);
    SessionKey key = begin.begin(institution, user, SignedInWith.TOKEN, account.lastLoginAt(), now);
    if (strong) {
      sessions.prove(key, now);
    }
    journal.login(institution, user, strong ? STRONG : FUNCTION, now);
    return new SignedIn(key);
  }

  private SignInOutcome refuse(InstitutionCode institution, @Nullable UserId user, Instant now) {
    journal.failed(institution, user, FUNCTION, now);
    return new Refused();
  }

  private static Optional<UserId> userId(@Nullable String value) {
    try {
      return value == null ? Optional.empty() : Optional.of(new UserId(value));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
