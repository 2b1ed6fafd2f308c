package jp.chukan.gateway.job;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.JobProgress;
import org.springframework.stereotype.Component;

/** Removes what came of runs long ago, and of those that are too many. */
@Component("pruneJobRuns")
final class PruneJobRuns {
  private final JobRuns runs;
  private final JobSettings settings;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  PruneJobRuns(
      JobRuns runs,
      JobSettings settings,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.runs = runs;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  void prune(InstitutionCode institution, JobProgress progress) {
    Instant before = clock.instant().atZone(JapanDay.ZONE).minus(settings.history()).toInstant();
    for (Job job : Job.values()) {
      if (!progress.goesOn()) {
        return;
      }
      JobKey key = new JobKey(job, institution);
      progress.done(
          transactions.within(institution, () -> runs.prune(key, before, settings.runs())));
    }
  }
}
