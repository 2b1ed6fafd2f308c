package jp.chukan.gateway.job;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A job of an institution on this node: when it is worth a look, and what of it runs here. */
final class ScheduledJob {
  private final JobKey key;
  private final JobSchedule schedule;
  private final QuietTurns quiet = new QuietTurns();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile @Nullable Instant next;
  private volatile @Nullable RunningJob running;

  ScheduledJob(JobKey key, JobSchedule schedule) {
    this.key = key;
    this.schedule = schedule;
  }

  JobKey key() {
    return key;
  }

  JobSchedule schedule() {
    return schedule;
  }

  QuietTurns quiet() {
    return quiet;
  }

  /** Makes the next turn look into the database, because somebody asked or a node has died. */
  void wake() {
    woken.set(true);
  }

  /** Whether it was woken since the last time that this was asked. */
  boolean wasWoken() {
    return woken.getAndSet(false);
  }

  /** Whether its time has come, as far as this node knows. */
  boolean isWorthALook(Instant now) {
    Instant known = next;
    return schedule.isFrequent() || woken.get() || known == null || !now.isBefore(known);
  }

  /**
   * @param at when it is due, null to find out anew
   */
  void next(@Nullable Instant at) {
    next = at;
  }

  @Nullable RunningJob running() {
    return running;
  }

  void running(@Nullable RunningJob run) {
    running = run;
  }
}
