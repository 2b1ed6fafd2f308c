package jp.chukan.gateway.staff.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.FirstAdministratorCode.Made;
import jp.chukan.gateway.staff.account.FirstAdministratorCode.Refused;
import org.springframework.stereotype.Component;

/**
 * Makes the one-time code with which the first administrator of an institution begins; good for 24
 * hours.
 *
 * <p>Refused with {@link AccountRefusal#UNKNOWN} (institution), {@code TEXT}, {@code
 * ADMINISTRATOR_EXISTS}, {@code EXISTS}.
 */
@Component
public final class MakeFirstAdministratorCode {
  private static final Duration GOOD_FOR = Duration.ofHours(24);
  private static final DepartmentCode DEPARTMENT = new DepartmentCode("000000");

  private final AccountStore store;
  private final FirstAdministratorCodes codes;
  private final ConsoleInstitutions institutions;
  private final OneTimeWords words;
  private final OperationLog operations;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  MakeFirstAdministratorCode(
      AccountStore store,
      FirstAdministratorCodes codes,
      ConsoleInstitutions institutions,
      OneTimeWords words,
      OperationLog operations,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.codes = codes;
    this.institutions = institutions;
    this.words = words;
    this.operations = operations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param institution whose first administrator
   * @param user id of the person
   * @param name of the person
   * @param client common name of the operator's certificate
   */
  public FirstAdministratorCode make(
      InstitutionCode institution, UserId user, String name, String client) {
    if (!institutions.codes().contains(institution)) {
      return new Refused(AccountRefusal.UNKNOWN);
    }
    var application =
        new Application(
            institution, user, name, DEPARTMENT, Set.of(StaffRole.ADMINISTRATOR), client);
    if (!application.isWritten()) {
      return new Refused(AccountRefusal.TEXT);
    }
    return transactions.within(institution, () -> decide(institution, user, name, client));
  }

  private FirstAdministratorCode decide(
      InstitutionCode institution, UserId user, String name, String client) {
    store.lockAdministrators(institution);
    if (store.hasActiveAdministrator()) {
      return new Refused(AccountRefusal.ADMINISTRATOR_EXISTS);
    }
    if (store.find(user).isPresent()) {
      return new Refused(AccountRefusal.EXISTS);
    }
    Instant now = clock.instant();
    Made made = new Made(words.next(), now.plus(GOOD_FOR));
    codes.insert(institution, made.code(), user, name, DEPARTMENT, client, now, made.expiresAt());
    operations.append(
        new Operation(
            institution,
            null,
            OperationKind.ACCOUNT,
            "first-administrator-code",
            true,
            user.value(),
            null,
            null,
            now));
    return made;
  }
}
