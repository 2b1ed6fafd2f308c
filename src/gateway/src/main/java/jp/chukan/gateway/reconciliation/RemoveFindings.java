package jp.chukan.gateway.reconciliation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import org.springframework.stereotype.Component;

/**
 * Removes what comparisons found once their retention is over (MS-62); how many there were stays.
 */
@Component("removeFindings")
final class RemoveFindings {
  private final Reconciliations reconciliations;
  private final Findings findings;
  private final ReconciliationSettings settings;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  RemoveFindings(
      Reconciliations reconciliations,
      Findings findings,
      ReconciliationSettings settings,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.reconciliations = reconciliations;
    this.findings = findings;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @return of how many comparisons
   */
  int remove(InstitutionCode institution, JobProgress progress) {
    int removed = 0;
    while (progress.goesOn() && transactions.within(institution, this::removeOne)) {
      removed++;
      progress.done(1);
    }
    return removed;
  }

  /** Returns whether there was one. */
  private boolean removeOne() {
    Instant now = clock.instant();
    Optional<ReceptionNumber> overdue = reconciliations.overdue(now.minus(settings.retention()));
    overdue.ifPresent(
        number -> {
          findings.remove(number);
          reconciliations.removed(number, now);
        });
    return overdue.isPresent();
  }
}
