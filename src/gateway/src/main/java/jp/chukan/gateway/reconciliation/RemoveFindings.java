package jp.chukan.gateway.reconciliation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.stereotype.Component;

/**
 * Removes what comparisons found once their retention is over (MS-62); how many there were stays.
 */
@Component("removeFindings")
final class RemoveFindings {
  private static final int BATCH = 1;

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
  int remove(InstitutionCode institution) {
    return transactions.inBatches(institution, BATCH, this::remove);
  }

  private int remove() {
    Instant now = clock.instant();
    List<ReceptionNumber> overdue = reconciliations.overdue(now.minus(settings.retention()), BATCH);
    for (ReceptionNumber number : overdue) {
      findings.remove(number);
      reconciliations.removed(number, now);
    }
    return overdue.size();
  }
}
