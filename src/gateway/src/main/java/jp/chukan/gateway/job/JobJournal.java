package jp.chukan.gateway.job;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.stereotype.Component;

/** Keeps what jobs do. Whoever writes about a run holds the guard of its job. */
@Component
class JobJournal {
  private final JobStates states;
  private final JobRuns runs;
  private final JobOrders orders;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;
  private final String node;

  JobJournal(
      JobStates states,
      JobRuns runs,
      JobOrders orders,
      JobSettings settings,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.states = states;
    this.runs = runs;
    this.orders = orders;
    this.transactions = transactions;
    this.clock = clock;
    this.node = settings.nodeName();
  }

  /** Begins a run where one is due or was asked for; empty when there is nothing to do yet. */
  Optional<RunningJob> begin(ScheduledJob job) {
    Instant now = clock.instant();
    boolean woken = job.wasWoken();
    if (job.schedule().isFrequent() && !woken) {
      return Optional.of(new RunningJob(now, null));
    }
    // whatever goes wrong here, the next turn finds out anew
    job.next(null);
    return transactions.within(job.key().institution(), () -> beginKept(job, now));
  }

  private Optional<RunningJob> beginKept(ScheduledJob job, Instant now) {
    JobKey key = job.key();
    JobState state = withoutLost(key, now);
    Optional<Long> asked = orders.take(key, node, now);
    if (asked.isPresent()) {
      return Optional.of(begun(key, asked.get(), now));
    }
    if (job.schedule().isFrequent()) {
      return Optional.of(new RunningJob(now, null));
    }
    Instant due = state.next(job.schedule()).orElse(Instant.MAX);
    if (due.isAfter(now)) {
      job.next(due);
      return Optional.empty();
    }
    return Optional.of(begun(key, runs.begin(key, node, due, now), now));
  }

  /** What counts as running although the guard is ours was lost with its node. */
  private JobState withoutLost(JobKey key, Instant now) {
    JobState state = states.of(key, now);
    Optional<Instant> lost = runs.lose(key, now);
    if (lost.isEmpty()) {
      return state;
    }
    states.ended(key, new Ending(RunState.LOST, lost.get(), now, 0, null, null, 1));
    return states.of(key, now);
  }

  private RunningJob begun(JobKey key, long number, Instant now) {
    states.begun(key, now);
    return new RunningJob(now, number);
  }

  /** Keeps how a run ended. */
  void end(ScheduledJob job, RunningJob run, Ending ending) {
    run.over();
    Long number = run.number();
    if (number != null) {
      transactions.run(
          job.key().institution(),
          () -> {
            if (runs.end(job.key().institution(), number, ending)) {
              states.ended(job.key(), ending);
            }
          });
    } else if (job.quiet().ended(ending)) {
      keepQuiet(job);
    }
  }

  /** Keeps how the last turns of what runs every few seconds ended. */
  void keepQuiet(ScheduledJob job) {
    transactions.run(
        job.key().institution(),
        () -> job.quiet().keep(job.key(), states, runs, node, clock.instant()));
  }

  /**
   * Keeps how far a run is; one that takes long gets its row now.
   *
   * @return whether it is to end
   */
  boolean isToEnd(ScheduledJob job, RunningJob run) {
    return transactions.within(
        job.key().institution(),
        () -> {
          run.enterRow(() -> rowOf(job.key(), run));
          Long number = run.number();
          return number != null && runs.isToEnd(job.key().institution(), number, run);
        });
  }

  private long rowOf(JobKey key, RunningJob run) {
    withoutLost(key, run.startedAt());
    return runs.begin(key, node, null, run.startedAt());
  }
}
