package jp.chukan.gateway.staff.account;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.OPERATOR;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Applies for an account, or for other roles of one; it is of no use until another person approves
 * (JN-14). A change ends the running sessions of the account and suspends it until then.
 *
 * <p>Refused with {@link AccountRefusal#NOT_ALLOWED} (a new one: 承認者 or 団体管理者, a change: 団体管理者),
 * {@code TEXT}, {@code ROLES}, {@code WAITING}.
 */
@Component
public final class ApplyForAccount {
  private static final int HANDLE = 32;
  private static final Set<StaffRole> OF_PLATFORM = Set.of(OPERATOR, ADMINISTRATOR);

  private final AccountStore store;
  private final AccountJournal journal;
  private final RevokeSessions sessions;
  private final ConsoleInstitutions institutions;
  private final InstitutionTransactions transactions;
  private final SecureRandom random;
  private final InstantSource clock;

  ApplyForAccount(
      AccountStore store,
      AccountJournal journal,
      RevokeSessions sessions,
      ConsoleInstitutions institutions,
      InstitutionTransactions transactions,
      SecureRandom random,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.sessions = sessions;
    this.institutions = institutions;
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
  }

  /**
   * @param applicant who applies
   * @param application for whom and for what, in the applicant's own institution
   */
  public AccountOutcome apply(StaffIdentity applicant, Application application) {
    boolean may = applicant.mayActAs(APPROVER) || applicant.mayActAs(ADMINISTRATOR);
    if (!may || !applicant.institution().equals(application.institution())) {
      return new Refused(AccountRefusal.NOT_ALLOWED);
    }
    if (!application.isWritten()) {
      return new Refused(AccountRefusal.TEXT);
    }
    if (!mayHave(application)) {
      return new Refused(AccountRefusal.ROLES);
    }
    return transactions.within(
        applicant.institution(),
        () -> {
          store.lockAdministrators(applicant.institution());
          return store
              .lock(application.user())
              .map(before -> change(applicant, before, application))
              .orElseGet(() -> create(applicant, application));
        });
  }

  /** The platform's staff see no personal data, and nobody else runs the platform (MS-93). */
  private boolean mayHave(Application application) {
    Set<StaffRole> roles = application.roles();
    return !roles.isEmpty()
        && (institutions.isPlatform(application.institution())
            ? OF_PLATFORM.containsAll(roles)
            : !roles.contains(OPERATOR));
  }

  private AccountOutcome create(StaffIdentity applicant, Application application) {
    Instant now = clock.instant();
    insert(application, applicant.user().value(), now);
    return applied(applicant, application, now);
  }

  private AccountOutcome change(
      StaffIdentity applicant, StaffAccount before, Application application) {
    if (!applicant.mayActAs(ADMINISTRATOR)) {
      return new Refused(AccountRefusal.EXISTS);
    }
    if (before.state() == AccountState.PENDING) {
      return new Refused(AccountRefusal.WAITING);
    }
    if (before.user().equals(applicant.user())) {
      return new Refused(AccountRefusal.SAME_PERSON);
    }
    Instant now = clock.instant();
    store.change(application, applicant.user().value(), now);
    sessions.revoke(application.institution(), application.user(), 0, now);
    return applied(applicant, application, now);
  }

  private AccountOutcome applied(StaffIdentity applicant, Application application, Instant now) {
    journal.keep(
        application.institution(),
        application.user(),
        application.roles(),
        AccountEvent.Kind.APPLIED,
        application.reason(),
        applicant.user(),
        applicant.user().value(),
        now);
    Optional<StaffAccount> account = store.find(application.user());
    return new Changed(account.orElseThrow(), null);
  }

  void insert(Application application, String by, Instant now) {
    byte[] handle = new byte[HANDLE];
    random.nextBytes(handle);
    store.insert(application, handle, by, now);
  }
}
