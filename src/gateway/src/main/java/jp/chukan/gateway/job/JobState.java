package jp.chukan.gateway.job;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a job of an institution stands.
 *
 * @param since from when on it is looked after
 * @param startedAt when it last began, null when it never did
 * @param endedAt when it last ended
 * @param succeededAt when it last came to its end without fault
 * @param outcome how the last run ended, null before the first has
 * @param done how many things the last run did
 * @param error of the last run
 * @param failures how many runs in a row failed
 * @param failingSince when the first of these ended, null when there are none
 * @param interruptions runs in a row that a node did not bring to their end
 */
public record JobState(
    Instant since,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant succeededAt,
    @Nullable RunState outcome,
    long done,
    @Nullable String error,
    int failures,
    @Nullable Instant failingSince,
    int interruptions) {
  /** What takes its node with it again and again waits for its regular time. */
  private static final int CAUGHT_UP = 2;

  static JobState fresh(Instant since) {
    return new JobState(since, null, null, null, null, 0, null, 0, null, 0);
  }

  /** When it is due; what was interrupted at once. Empty when it never is. */
  public Optional<Instant> next(JobSchedule schedule) {
    return endedAt != null && interruptions > 0 && interruptions <= CAUGHT_UP
        ? Optional.of(endedAt)
        : schedule.next(since, startedAt);
  }

  /** Whether the last run failed, or a node did not bring it to its end. */
  public boolean isFailing() {
    return failures > 0;
  }
}
