package jp.chukan.gateway.staff.grant;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.NextGrants;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.account.Application;
import jp.chukan.gateway.staff.grant.GrantOutcome.Done;
import jp.chukan.gateway.staff.grant.GrantOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Turns an application for a grant down; the grants stay as they are.
 *
 * <p>Refused with {@link ErrorCode#SCM_GRANT_NOT_ALLOWED}, {@code SCM_GRANT_UNKNOWN}, {@code
 * SCM_GRANT_DECIDED}, {@code SCM_GRANT_SAME_PERSON} as {@link GiveGrant} is, and with {@code
 * SCM_GRANT_REASON} without a reason.
 */
@Component
public final class RefuseGrant {
  private final GrantApplicationStore store;
  private final NextGrants next;
  private final GrantJournal journal;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  RefuseGrant(
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
   * @param administrator who decides
   * @param number of the application
   * @param reason why, up to 200 characters
   */
  public GrantOutcome refuse(StaffIdentity administrator, long number, String reason) {
    return transactions.within(
        administrator.institution(),
        () -> {
          next.lock(administrator.institution());
          Instant now = clock.instant();
          Optional<GrantApplication> application = store.find(number);
          Optional<ErrorCode> refusal =
              GrantDecisions.refusalOf(administrator, application)
                  .or(
                      () ->
                          Application.isReason(reason)
                              ? Optional.empty()
                              : Optional.of(ErrorCode.SCM_GRANT_REASON));
          if (refusal.isPresent()) {
            journal.refused(
                administrator,
                GrantEvent.Kind.REFUSED,
                application.map(GrantApplication::grant).orElse(null),
                now);
            return new Refused(refusal.get());
          }
          return refuse(administrator, application.orElseThrow(), reason, now);
        });
  }

  private GrantOutcome refuse(
      StaffIdentity administrator, GrantApplication application, String reason, Instant now) {
    journal.keep(
        administrator,
        new GrantEvent(
            GrantEvent.Kind.REFUSED,
            application.grant(),
            application.number(),
            reason,
            null,
            administrator.user().value(),
            now));
    return new Done(application.number());
  }
}
