package jp.chukan.gateway.staff.grant;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.NextGrants;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.grant.GrantOutcome.Done;
import jp.chukan.gateway.staff.grant.GrantOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Gives what somebody else applied for; it holds at once. What a file has replaced meanwhile does
 * not touch the application: it is judged against the grants that are in force now.
 *
 * <p>Refused, in this order, with:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_GRANT_NOT_ALLOWED} no 団体管理者 by passkey
 *   <li>{@link ErrorCode#SCM_GRANT_UNKNOWN} no such application in the institution
 *   <li>{@link ErrorCode#SCM_GRANT_DECIDED} somebody was first
 *   <li>{@link ErrorCode#SCM_GRANT_SAME_PERSON} the applicant, or the person itself (MU-13)
 *   <li>{@link ErrorCode#SCM_GRANT_PERIOD} its last day has passed
 *   <li>{@link ErrorCode#SCM_GRANT_PERSON}, {@link ErrorCode#SCM_GRANT_ROLE} the person has changed
 *       since
 *   <li>{@link ErrorCode#SCM_GRANT_DUPLICATE} the same is in force on one of the days
 * </ul>
 */
@Component
public final class GiveGrant {
  private final GrantApplicationStore store;
  private final NextGrants next;
  private final GrantHolders holders;
  private final GrantJournal journal;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  GiveGrant(
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
   * @param administrator who gives it
   * @param number of the application
   */
  public GrantOutcome give(StaffIdentity administrator, long number) {
    return transactions.within(
        administrator.institution(),
        () -> {
          next.lock(administrator.institution());
          Instant now = clock.instant();
          Optional<GrantApplication> application = store.find(number);
          Optional<ErrorCode> refusal =
              GrantDecisions.refusalOf(administrator, application)
                  .or(() -> obstacleTo(application.orElseThrow().grant(), now));
          if (refusal.isPresent()) {
            journal.refused(
                administrator,
                GrantEvent.Kind.GRANTED,
                application.map(GrantApplication::grant).orElse(null),
                now);
            return new Refused(refusal.get());
          }
          return give(administrator, application.orElseThrow(), now);
        });
  }

  private Optional<ErrorCode> obstacleTo(Grant grant, Instant now) {
    if (grant.to().isBefore(JapanDay.of(now))) {
      return Optional.of(ErrorCode.SCM_GRANT_PERIOD);
    }
    return holders
        .refusalOf(grant.user())
        .or(
            () ->
                next.overlaps(grant)
                    ? Optional.of(ErrorCode.SCM_GRANT_DUPLICATE)
                    : Optional.empty());
  }

  private GrantOutcome give(
      StaffIdentity administrator, GrantApplication application, Instant now) {
    int set =
        next.give(
            administrator.institution(),
            application.grant(),
            application.number(),
            administrator.user(),
            now);
    journal.keep(
        administrator,
        new GrantEvent(
            GrantEvent.Kind.GRANTED,
            application.grant(),
            application.number(),
            null,
            set,
            administrator.user().value(),
            now));
    return new Done(application.number());
  }
}
