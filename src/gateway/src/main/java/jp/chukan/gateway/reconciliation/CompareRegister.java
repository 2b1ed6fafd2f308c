package jp.chukan.gateway.reconciliation;

import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.replica.ReplicaExtract;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares a staged file of the register with the 「副本」 as they are now (MS-52): one walk through
 * both, in one transaction, at whose end nothing of the file is left (MS-61). One that breaks off
 * ends as failed, and its file goes as well.
 */
@Component("compareRegister")
final class CompareRegister {
  private static final Logger log = LoggerFactory.getLogger(CompareRegister.class);

  private final Reconciliations reconciliations;
  private final StagedRegister staged;
  private final ReplicaExtract replicas;
  private final Findings findings;
  private final ReconciliationSettings settings;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  CompareRegister(
      Reconciliations reconciliations,
      StagedRegister staged,
      ReplicaExtract replicas,
      Findings findings,
      ReconciliationSettings settings,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.reconciliations = reconciliations;
    this.staged = staged;
    this.replicas = replicas;
    this.findings = findings;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Compares all that wait, the oldest first.
   *
   * @return how many there were
   */
  int compare(InstitutionCode institution, JobProgress progress) {
    int compared = 0;
    Optional<ReceptionNumber> next = next(institution);
    // what another node is at is left to it
    while (progress.goesOn() && next.isPresent() && compare(institution, next.get())) {
      compared++;
      progress.done(1);
      next = next(institution);
    }
    return compared;
  }

  private Optional<ReceptionNumber> next(InstitutionCode institution) {
    return transactions.within(institution, reconciliations::waiting);
  }

  /** Returns whether it was this node's to compare. */
  private boolean compare(InstitutionCode institution, ReceptionNumber number) {
    try {
      return transactions.within(
          institution,
          () -> {
            Optional<Reconciliation> waiting = reconciliations.lockWaiting(number);
            waiting.ifPresent(one -> compare(institution, one));
            return waiting.isPresent();
          });
    } catch (RuntimeException e) {
      // Not its text: it may quote what was compared.
      log.warn("comparison {} broke off: {}", number, e.getClass().getName());
      transactions.run(institution, () -> end(institution, number));
      return true;
    }
  }

  private void compare(InstitutionCode institution, Reconciliation waiting) {
    ReceptionNumber number = waiting.number();
    FindingCollector collector =
        new FindingCollector(institution, waiting, findings, settings.mostFindings());
    try (Stream<RegisterRecord> register = staged.inOrder(institution, number);
        Stream<ReplicaSnapshot> stored = replicas.inOrder(institution, waiting.information())) {
      new MergedSides(register.iterator(), stored.iterator()).walk(collector);
    }
    if (collector.records() != waiting.records()) {
      throw new IllegalStateException("the file is not there as it was taken");
    }
    reconciliations.done(institution, number, collector.end(), clock.instant());
    reconciliations.keepItems(institution, number, collector.byItem());
    staged.remove(institution, number);
  }

  private void end(InstitutionCode institution, ReceptionNumber number) {
    reconciliations.failed(number, ErrorCode.DBM_RECONCILIATION_FAILED, clock.instant());
    staged.remove(institution, number);
  }
}
