package jp.chukan.gateway.job;

import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Follows what runs on this node: tells how far it is, hears whether somebody wants it to end, and
 * ends what has lost its guard.
 */
@Component("followJobs")
final class FollowJobs {
  private final JobTurns turns;
  private final JobGuard guard;
  private final JobJournal journal;

  FollowJobs(JobTurns turns, JobGuard guard, JobJournal journal) {
    this.turns = turns;
    this.guard = guard;
    this.journal = journal;
  }

  void follow() {
    Set<JobKey> lost = guard.lost();
    for (ScheduledJob job : turns.all()) {
      RunningJob run = job.running();
      if (lost.contains(job.key())) {
        JobTurns.end(job, RunState.LOST);
      } else if (run != null && journal.isToEnd(job, run)) {
        run.end(RunState.CANCELLED);
      }
    }
  }
}
