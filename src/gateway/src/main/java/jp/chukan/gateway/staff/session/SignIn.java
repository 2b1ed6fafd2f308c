package jp.chukan.gateway.staff.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.account.ConsoleInstitutions;
import jp.chukan.gateway.staff.account.Passwords;
import jp.chukan.gateway.staff.session.LoginStore.Credentials;
import jp.chukan.gateway.staff.session.SessionStore.SignedInWith;
import jp.chukan.gateway.staff.session.SignInOutcome.Refused;
import jp.chukan.gateway.staff.session.SignInOutcome.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a person of the staff in by 機関コード, ユーザーID and password (MS-70, MS-72).
 *
 * <p>Refused in one and the same way, after about the same time, for an unknown institution or id,
 * a wrong password, and an account that is locked, disabled or waits for approval: an answer must
 * not tell which accounts there are. A password is compared in every case.
 */
@Component
public final class SignIn {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);
  private static final String FUNCTION = "login";

  private final LoginStore store;
  private final BeginSession sessions;
  private final SessionJournal journal;
  private final CountFailures failures;
  private final ConsoleInstitutions institutions;
  private final Passwords passwords;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  SignIn(
      LoginStore store,
      BeginSession sessions,
      SessionJournal journal,
      CountFailures failures,
      ConsoleInstitutions institutions,
      Passwords passwords,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.sessions = sessions;
    this.journal = journal;
    this.failures = failures;
    this.institutions = institutions;
    this.passwords = passwords;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param institution 「機関コード」 or name, as typed
   * @param user as typed
   * @param password as typed
   */
  public SignInOutcome signIn(String institution, String user, String password) {
    Optional<InstitutionCode> known = institutions.find(institution);
    if (known.isEmpty()) {
      passwords.matches(password, null);
      log.info("login refused: no such institution");
      return new Refused();
    }
    return signIn(known.get(), userId(user), password);
  }

  private SignInOutcome signIn(
      InstitutionCode institution, Optional<UserId> user, String password) {
    Optional<Credentials> before =
        transactions.within(institution, () -> user.flatMap(store::find));
    String hash = before.map(Credentials::hash).orElse(null);
    boolean matches = passwords.matches(password, hash);
    return transactions.within(
        institution,
        () ->
            before.isPresent() && user.isPresent()
                ? decide(institution, user.get(), matches ? hash : null)
                : refuse(institution, null));
  }

  /**
   * @param proven the hash that the password matched, null when it matched none
   */
  private SignInOutcome decide(InstitutionCode institution, UserId user, @Nullable String proven) {
    Credentials now = store.lock(user).orElseThrow();
    Instant at = clock.instant();
    if (!now.active() || failures.isLocked(now, at)) {
      return refuse(institution, user);
    }
    // It may have been changed, or guessed wrong elsewhere, since it was compared.
    if (proven == null || !Objects.equals(proven, now.hash())) {
      failures.count(user, now, at);
      return refuse(institution, user);
    }
    store.succeed(user, at);
    SessionKey key =
        sessions.begin(institution, user, SignedInWith.PASSWORD, now.lastLoginAt(), at);
    journal.login(institution, user, FUNCTION, at);
    return new SignedIn(key);
  }

  private SignInOutcome refuse(InstitutionCode institution, @Nullable UserId user) {
    journal.failed(institution, user, FUNCTION, clock.instant());
    return new Refused();
  }

  private static Optional<UserId> userId(String typed) {
    try {
      return Optional.of(new UserId(typed.strip()));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
