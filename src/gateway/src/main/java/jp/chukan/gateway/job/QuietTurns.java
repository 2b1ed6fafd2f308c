package jp.chukan.gateway.job;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * Turns of what runs every few seconds. Not every one is worth a line: the state is kept from time
 * to time, and at once when it begins to fail or recovers; all that failed in a row is one line.
 */
final class QuietTurns {
  private boolean known;
  private @Nullable Long failingRow;
  private @Nullable Ending failed;
  private @Nullable Ending well;

  /** Takes a turn down; whether it is to be kept now. */
  synchronized boolean ended(Ending turn) {
    if (turn.outcome() == RunState.FAILED) {
      Ending before = failed;
      failed = before == null ? turn : turn.after(before);
      well = null;
      return failingRow == null && before == null;
    }
    if (turn.outcome() == RunState.DONE) {
      well = turn;
      return !known || failed != null || failingRow != null;
    }
    return false;
  }

  /** Whether there is something that was not kept yet. */
  synchronized boolean hasNews() {
    return failed != null || well != null;
  }

  /** Keeps what was not kept yet, in the open transaction of the institution. */
  synchronized void keep(JobKey key, JobStates states, JobRuns runs, String node, Instant now) {
    Ending bad = failed;
    Ending good = well;
    if (bad == null && good == null) {
      return;
    }
    states.of(key, now);
    if (bad != null) {
      failingRow = row(key, bad, runs, node);
      states.ended(key, bad);
    }
    if (good != null) {
      states.ended(key, good);
    }
    // what is rolled back is told by the next turn at the latest
    known = true;
    failed = null;
    well = null;
    if (good != null) {
      failingRow = null;
    }
  }

  private long row(JobKey key, Ending bad, JobRuns runs, String node) {
    Long row = failingRow;
    InstitutionCode institution = key.institution();
    if (row != null && runs.failAgain(institution, row, bad)) {
      return row;
    }
    return runs.fail(key, node, bad);
  }
}
