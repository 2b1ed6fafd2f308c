package jp.chukan.gateway.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param error row of the catalogue or name of a class, null when nothing went wrong
 * @param times how many turns of what runs every few seconds this stands for
 */
record Ending(
    RunState outcome,
    Instant startedAt,
    Instant at,
    long done,
    @Nullable Long whole,
    @Nullable String error,
    int times) {

  /** This and what happened before as one. */
  Ending after(Ending before) {
    return new Ending(
        outcome, before.startedAt, at, done, whole, error, Math.addExact(before.times, times));
  }
}
