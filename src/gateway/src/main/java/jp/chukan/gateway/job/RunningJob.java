package jp.chukan.gateway.job;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.JobProgress;
import org.jspecify.annotations.Nullable;

/** A run on this node: how far it is, and whether it is to end. Several threads look at it. */
final class RunningJob implements JobProgress {
  private static final long UNKNOWN = -1;

  private final Instant startedAt;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong whole = new AtomicLong(UNKNOWN);
  private final AtomicReference<@Nullable ErrorCode> fault = new AtomicReference<>();
  private final AtomicReference<@Nullable RunState> wanted = new AtomicReference<>();
  private volatile boolean heard;
  private boolean over;
  private volatile @Nullable Long number;

  /**
   * @param number of its row, null while it has none
   */
  RunningJob(Instant startedAt, @Nullable Long number) {
    this.startedAt = startedAt;
    this.number = number;
  }

  @Override
  public void done(long more) {
    done.addAndGet(more);
  }

  @Override
  public void whole(long all) {
    whole.set(all);
  }

  @Override
  public boolean goesOn() {
    heard |= wanted.get() != null;
    return !heard;
  }

  @Override
  public void fault(ErrorCode code) {
    fault.compareAndSet(null, code);
  }

  /** It is to end like this as soon as it can; who wanted so first is right. */
  void end(RunState as) {
    wanted.compareAndSet(null, as);
  }

  /** What it was when its work came back. */
  RunState outcome() {
    RunState end = heard ? wanted.get() : null;
    if (end != null) {
      return end;
    }
    return fault.get() == null ? RunState.DONE : RunState.FAILED;
  }

  @Nullable ErrorCode fault() {
    return fault.get();
  }

  Instant startedAt() {
    return startedAt;
  }

  long done() {
    return done.get();
  }

  @Nullable Long whole() {
    long all = whole.get();
    return all == UNKNOWN ? null : all;
  }

  @Nullable Long number() {
    return number;
  }

  /** Gives it a row where it has none, unless it is over. */
  synchronized void enterRow(LongSupplier row) {
    if (number == null && !over) {
      number = row.getAsLong();
    }
  }

  /** Its work came back: it gets no row any more. */
  synchronized void over() {
    over = true;
  }
}
