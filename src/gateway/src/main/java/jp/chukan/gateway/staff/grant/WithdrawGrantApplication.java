package jp.chukan.gateway.staff.grant;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.NextGrants;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.grant.GrantOutcome.Done;
import jp.chukan.gateway.staff.grant.GrantOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Takes an application for a grant back; only who applied can.
 *
 * <p>Refused with {@link ErrorCode#SCM_GRANT_UNKNOWN} (also for another person's), {@code
 * SCM_GRANT_NOT_ALLOWED}, {@code SCM_GRANT_DECIDED}.
 */
@Component
public final class WithdrawGrantApplication {
  private final GrantApplicationStore store;
  private final NextGrants next;
  private final GrantJournal journal;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  WithdrawGrantApplication(
      GrantApplicationStore store,
      NextGrants next,
      GrantJournal journal,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.next = next;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param applicant who had applied
   * @param number of the application
   */
  public GrantOutcome withdraw(StaffIdentity applicant, long number) {
    return transactions.within(
        applicant.institution(),
        () -> {
          next.lock(applicant.institution());
          Instant now = clock.instant();
          Optional<GrantApplication> application =
              store.find(number).filter(one -> one.appliedBy().equals(applicant.user()));
          Optional<ErrorCode> refusal = refusalOf(applicant, application);
          if (refusal.isPresent()) {
            journal.refused(applicant, GrantEvent.Kind.WITHDRAWN, null, now);
            return new Refused(refusal.get());
          }
          journal.keep(applicant, withdrawn(application.orElseThrow(), now));
          return new Done(number);
        });
  }

  private static Optional<ErrorCode> refusalOf(
      StaffIdentity applicant, Optional<GrantApplication> application) {
    if (!applicant.mayActAs(APPROVER) && !applicant.mayActAs(ADMINISTRATOR)) {
      return Optional.of(ErrorCode.SCM_GRANT_NOT_ALLOWED);
    }
    if (application.isEmpty()) {
      return Optional.of(ErrorCode.SCM_GRANT_UNKNOWN);
    }
    return application.get().isWaiting()
        ? Optional.empty()
        : Optional.of(ErrorCode.SCM_GRANT_DECIDED);
  }

  private static GrantEvent withdrawn(GrantApplication application, Instant now) {
    return new GrantEvent(
        GrantEvent.Kind.WITHDRAWN,
        application.grant(),
        application.number(),
        null,
        null,
        application.appliedBy().value(),
        now);
  }
}
