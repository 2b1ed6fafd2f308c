package jp.chukan.gateway.staff.grant;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.NextGrants;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StoredGrant;
import jp.chukan.gateway.staff.account.Application;
import jp.chukan.gateway.staff.account.RevokeSessions;
import jp.chukan.gateway.staff.grant.GrantOutcome.Done;
import jp.chukan.gateway.staff.grant.GrantOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Revokes a grant in force at once, and ends the running sessions of its person (JN-35, MU-06). One
 * administrator is enough: what stops somebody must not wait. A grant that a file had brought is
 * revoked likewise, until a file brings it again.
 *
 * <p>Refused, in this order, with:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_GRANT_NOT_ALLOWED} no 団体管理者 by passkey
 *   <li>{@link ErrorCode#SCM_GRANT_REASON} no reason, or a long one
 *   <li>{@link ErrorCode#SCM_GRANT_UNKNOWN} no such grant in the institution
 *   <li>{@link ErrorCode#SCM_GRANT_GONE} it is not in force any more
 * </ul>
 */
@Component
public final class RevokeGrant {
  private final NextGrants next;
  private final RevokeSessions sessions;
  private final GrantJournal journal;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  RevokeGrant(
      NextGrants next,
      RevokeSessions sessions,
      GrantJournal journal,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.next = next;
    this.sessions = sessions;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param administrator who revokes
   * @param set number of the set in which the administrator saw it
   * @param position in that set
   * @param reason why, up to 200 characters
   */
  public GrantOutcome revoke(StaffIdentity administrator, int set, int position, String reason) {
    return transactions.within(
        administrator.institution(),
        () -> {
          next.lock(administrator.institution());
          Instant now = clock.instant();
          Optional<Grant> seen = next.find(set, position).map(StoredGrant::grant);
          Optional<StoredGrant> inForce = seen.flatMap(next::inForce);
          Optional<ErrorCode> refusal = refusalOf(administrator, reason, seen, inForce);
          if (refusal.isPresent()) {
            journal.refused(administrator, GrantEvent.Kind.REVOKED, seen.orElse(null), now);
            return new Refused(refusal.get());
          }
          return revoke(administrator, inForce.orElseThrow(), reason, now);
        });
  }

  private static Optional<ErrorCode> refusalOf(
      StaffIdentity administrator,
      String reason,
      Optional<Grant> seen,
      Optional<StoredGrant> inForce) {
    if (!administrator.mayActAs(ADMINISTRATOR)) {
      return Optional.of(ErrorCode.SCM_GRANT_NOT_ALLOWED);
    }
    if (!Application.isReason(reason)) {
      return Optional.of(ErrorCode.SCM_GRANT_REASON);
    }
    if (seen.isEmpty()) {
      return Optional.of(ErrorCode.SCM_GRANT_UNKNOWN);
    }
    return inForce.isEmpty() ? Optional.of(ErrorCode.SCM_GRANT_GONE) : Optional.empty();
  }

  private GrantOutcome revoke(
      StaffIdentity administrator, StoredGrant grant, String reason, Instant now) {
    int set = next.take(administrator.institution(), grant, administrator.user(), now);
    sessions.revoke(administrator.institution(), grant.grant().user(), 0, now);
    Long application = grant.application();
    journal.keep(
        administrator,
        new GrantEvent(
            GrantEvent.Kind.REVOKED,
            grant.grant(),
            application,
            reason,
            set,
            administrator.user().value(),
            now));
    return new Done(application == null ? 0 : application);
  }
}
