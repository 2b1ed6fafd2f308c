package jp.chukan.gateway.staff.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Turns the one-time code into the account of the first administrator, with the password that this
 * person chose.
 *
 * <p>Refused with {@link AccountRefusal#PASSWORD}, and with {@code CODE} for everything else: it
 * does not say which institution has administrators, nor which id is right.
 */
@Component
public final class EnrolFirstAdministrator {
  private final AccountStore store;
  private final ApplyForAccount applications;
  private final FirstAdministratorCodes codes;
  private final ConsoleInstitutions institutions;
  private final Passwords passwords;
  private final AccountJournal journal;
  private final OperationLog operations;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  EnrolFirstAdministrator(
      AccountStore store,
      ApplyForAccount applications,
      FirstAdministratorCodes codes,
      ConsoleInstitutions institutions,
      Passwords passwords,
      AccountJournal journal,
      OperationLog operations,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.applications = applications;
    this.codes = codes;
    this.institutions = institutions;
    this.passwords = passwords;
    this.journal = journal;
    this.operations = operations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param institution 「機関コード」 or name, as typed
   * @param typedUser as typed
   * @param code as typed, with or without hyphens
   * @param password chosen by the person
   */
  public AccountOutcome enrol(String institution, String typedUser, String code, String password) {
    if (!Passwords.isAcceptable(password, typedUser)) {
      return new Refused(AccountRefusal.PASSWORD);
    }
    String hash = passwords.hash(password);
    Optional<InstitutionCode> known = institutions.find(institution);
    Optional<UserId> user = user(typedUser);
    if (known.isEmpty() || user.isEmpty()) {
      return new Refused(AccountRefusal.CODE);
    }
    return transactions.within(known.get(), () -> decide(known.get(), user.get(), code, hash));
  }

  private AccountOutcome decide(
      InstitutionCode institution, UserId user, String code, String hash) {
    store.lockAdministrators(institution);
    Instant now = clock.instant();
    if (store.hasActiveAdministrator() || store.find(user).isPresent()) {
      return refused(institution, now);
    }
    return codes
        .take(code, user, now)
        .map(kept -> create(institution, user, kept, hash, now))
        .orElseGet(() -> refused(institution, now));
  }

  private AccountOutcome create(
      InstitutionCode institution,
      UserId user,
      FirstAdministratorCodes.Kept kept,
      String hash,
      Instant now) {
    Set<StaffRole> roles = Set.of(StaffRole.ADMINISTRATOR);
    applications.insert(
        new Application(
            institution, user, kept.displayName(), kept.department(), roles, kept.madeBy()),
        kept.madeBy(),
        now);
    store.approve(user, hash, false, kept.madeBy(), now);
    journal.keep(
        institution, user, roles, AccountEvent.Kind.APPROVED, null, null, kept.madeBy(), now);
    return new Changed(store.find(user).orElseThrow(), null);
  }

  private AccountOutcome refused(InstitutionCode institution, Instant now) {
    operations.append(
        new Operation(
            institution,
            null,
            OperationKind.LOGIN_FAILED,
            "first-administrator",
            false,
            null,
            null,
            null,
            now));
    return new Refused(AccountRefusal.CODE);
  }

  private static Optional<UserId> user(String typed) {
    try {
      return Optional.of(new UserId(typed));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
