package jp.chukan.gateway.job;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The jobs of this node. Each is offered a turn every so often, and runs when it is due or somebody
 * asked for it, unless it runs elsewhere.
 */
@Component
public class JobTurns {
  private static final Logger log = LoggerFactory.getLogger(JobTurns.class);

  private final Map<JobKey, ScheduledJob> jobs = new ConcurrentHashMap<>();

  /** Those of which it was told that they cannot be looked after: once is enough. */
  private final Set<JobKey> unguarded = ConcurrentHashMap.newKeySet();

  private final JobGuard guard;
  private final JobJournal journal;
  private final InstantSource clock;

  JobTurns(JobGuard guard, JobJournal journal, InstantSource clock) {
    this.guard = guard;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * From now on this node runs the job.
   *
   * @throws IllegalStateException when it does already: one route is enough
   */
  public void schedule(JobKey key, JobSchedule schedule) {
    if (jobs.putIfAbsent(key, new ScheduledJob(key, schedule)) != null) {
      throw new IllegalStateException("two routes are the job " + key);
    }
  }

  /** This node runs the job no more; a run of it ends as soon as it can. */
  public void stop(JobKey key) {
    ScheduledJob job = jobs.remove(key);
    if (job != null) {
      end(job, RunState.STOPPED);
    }
  }

  /**
   * Gives the job a turn.
   *
   * @param work of the job
   * @return whether it ran
   */
  public boolean turn(JobKey key, JobWork work) {
    ScheduledJob job = jobs.get(key);
    if (job == null || !job.isWorthALook(clock.instant())) {
      return false;
    }
    try {
      if (!guard.take(key)) {
        return false;
      }
      unguarded.remove(key);
      try {
        Optional<RunningJob> run = journal.begin(job);
        run.ifPresent(begun -> run(job, begun, work));
        return run.isPresent();
      } finally {
        guard.free(key);
      }
    } catch (RuntimeException e) {
      if (unguarded.add(key)) {
        // its text may quote what stands in the database
        log.warn("the job {} cannot be looked after: {}", key, e.getClass().getName());
      }
      return false;
    }
  }

  private void run(ScheduledJob job, RunningJob run, JobWork work) {
    RunState outcome;
    String error;
    job.running(run);
    try {
      work.work(run);
      outcome = run.outcome();
      ErrorCode fault = run.fault();
      error = fault == null ? null : fault.id();
    } catch (RuntimeException e) {
      outcome = RunState.FAILED;
      error = name(e);
    } finally {
      job.running(null);
    }
    if (outcome == RunState.FAILED && !job.schedule().isFrequent()) {
      log.warn("the job {} failed: {}", job.key(), error);
    }
    journal.end(
        job,
        run,
        new Ending(outcome, run.startedAt(), clock.instant(), run.done(), run.whole(), error, 1));
  }

  /** The row of the catalogue, or the class: a text may quote anything. */
  private static String name(RuntimeException failure) {
    return switch (failure) {
      case InvalidInputException refused -> refused.refusal().code().id();
      case UndeclaredThrowableException declared when declared.getCause() != null ->
          declared.getCause().getClass().getName();
      default -> failure.getClass().getName();
    };
  }

  /** The next turn of the job looks whether somebody asked for it. */
  void wake(JobKey key) {
    ScheduledJob job = jobs.get(key);
    if (job != null) {
      job.wake();
    }
  }

  Collection<ScheduledJob> all() {
    return List.copyOf(jobs.values());
  }

  Optional<ScheduledJob> find(JobKey key) {
    return Optional.ofNullable(jobs.get(key));
  }

  /** Has the run of the job end, if one is here. */
  static void end(ScheduledJob job, RunState as) {
    RunningJob run = job.running();
    if (run != null) {
      run.end(as);
    }
  }
}
