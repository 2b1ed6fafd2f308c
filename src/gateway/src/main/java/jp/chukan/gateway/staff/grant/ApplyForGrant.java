package jp.chukan.gateway.staff.grant;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.FiscalYear;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.NextGrants;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.account.Application;
import jp.chukan.gateway.staff.grant.GrantOutcome.Done;
import jp.chukan.gateway.staff.grant.GrantOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Applies for a grant; it allows nothing until an administrator gives it (MU-13).
 *
 * <p>Refused, in this order, with:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_GRANT_NOT_ALLOWED} neither 承認者 nor 団体管理者 by passkey
 *   <li>{@link ErrorCode#SCM_GRANT_REASON} no reason, or a long one
 *   <li>{@link ErrorCode#SCM_GRANT_PERIOD} from before today, or to before from
 *   <li>{@link ErrorCode#SCM_GRANT_FISCAL_YEAR} beyond 31 March of its fiscal year (MU-07, MU-08)
 *   <li>{@link ErrorCode#SCM_GRANT_PERSON} no account in use
 *   <li>{@link ErrorCode#SCM_GRANT_ROLE} neither 担当者 nor 承認者
 *   <li>{@link ErrorCode#SCM_GRANT_WAITING} the same waits already
 *   <li>{@link ErrorCode#SCM_GRANT_DUPLICATE} the same is in force on one of the days
 * </ul>
 */
@Component
public final class ApplyForGrant {
  private final GrantApplicationStore store;
  private final NextGrants next;
  private final GrantHolders holders;
  private final GrantJournal journal;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  ApplyForGrant(
      GrantApplicationStore store,
      NextGrants next,
      GrantHolders holders,
      GrantJournal journal,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.next = next;
    this.holders = holders;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param applicant who applies, for anybody of the own institution
   * @param grant what for, and why
   */
  public GrantOutcome apply(StaffIdentity applicant, Grant grant) {
    return transactions.within(
        applicant.institution(),
        () -> {
          next.lock(applicant.institution());
          Instant now = clock.instant();
          Optional<ErrorCode> refusal =
              faultOf(applicant, grant, JapanDay.of(now)).or(() -> obstacleTo(grant));
          if (refusal.isPresent()) {
            journal.refused(applicant, GrantEvent.Kind.APPLIED, grant, now);
            return new Refused(refusal.get());
          }
          return keep(applicant, grant, now);
        });
  }

  private static Optional<ErrorCode> faultOf(
      StaffIdentity applicant, Grant grant, LocalDate today) {
    if (!applicant.mayActAs(APPROVER) && !applicant.mayActAs(ADMINISTRATOR)) {
      return Optional.of(ErrorCode.SCM_GRANT_NOT_ALLOWED);
    }
    if (!Application.isReason(grant.reason())) {
      return Optional.of(ErrorCode.SCM_GRANT_REASON);
    }
    if (grant.from().isBefore(today) || grant.to().isBefore(grant.from())) {
      return Optional.of(ErrorCode.SCM_GRANT_PERIOD);
    }
    return grant.to().isAfter(FiscalYear.of(grant.from()).lastDay())
        ? Optional.of(ErrorCode.SCM_GRANT_FISCAL_YEAR)
        : Optional.empty();
  }

  private Optional<ErrorCode> obstacleTo(Grant grant) {
    return holders
        .refusalOf(grant.user())
        .or(() -> store.waits(grant) ? Optional.of(ErrorCode.SCM_GRANT_WAITING) : Optional.empty())
        .or(
            () ->
                next.overlaps(grant)
                    ? Optional.of(ErrorCode.SCM_GRANT_DUPLICATE)
                    : Optional.empty());
  }

  private GrantOutcome keep(StaffIdentity applicant, Grant grant, Instant now) {
    long number = store.insert(applicant.institution(), grant, applicant.user(), now);
    journal.keep(
        applicant,
        new GrantEvent(
            GrantEvent.Kind.APPLIED,
            grant,
            number,
            grant.reason(),
            null,
            applicant.user().value(),
            now));
    return new Done(number);
  }
}
