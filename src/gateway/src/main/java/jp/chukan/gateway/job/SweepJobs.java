package jp.chukan.gateway.job;

import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.stereotype.Component;

/**
 * Looks for what nodes have left that died, or were asked for and did not come to it; and keeps how
 * what runs every few seconds stands.
 */
@Component("sweepJobs")
final class SweepJobs {
  private final JobTurns turns;
  private final JobJournal journal;
  private final JobRuns runs;
  private final InstitutionTransactions transactions;

  SweepJobs(
      JobTurns turns, JobJournal journal, JobRuns runs, InstitutionTransactions transactions) {
    this.turns = turns;
    this.journal = journal;
    this.runs = runs;
    this.transactions = transactions;
  }

  void sweep() {
    turns.all().stream().filter(job -> job.quiet().hasNews()).forEach(journal::keepQuiet);
    turns.all().stream()
        .map(job -> job.key().institution())
        .collect(Collectors.toSet())
        .forEach(this::sweep);
  }

  /** What waits, and what is said to run elsewhere: whoever gets the guard sees to it. */
  private void sweep(InstitutionCode institution) {
    transactions.run(
        institution,
        () -> runs.open().forEach(open -> turns.wake(new JobKey(open.job(), institution))));
  }
}
