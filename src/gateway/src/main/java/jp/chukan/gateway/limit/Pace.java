package jp.chukan.gateway.limit;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long a peer was waited for in one direction of one request, against what it moved. Only the
 * waiting counts: what the server itself takes is not the peer's fault.
 */
final class Pace {
  private final LongSupplier nanos;
  private final long grace;
  private final long longest;
  private final long slowest;
  private long waited;
  private long moved;

  /**
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  Pace(LimitSettings settings, LongSupplier nanos) {
    this.nanos = nanos;
    this.grace = settings.grace().toNanos();
    this.longest = settings.bodyTime().toNanos();
    this.slowest = settings.slowest().toBytes();
  }

  long begin() {
    return nanos.getAsLong();
  }

  /**
   * Something moved, or nothing.
   *
   * @param begun when the server began to wait for it
   * @return whether the peer keeps the pace
   */
  boolean keeps(long begun, long bytes) {
    waited += nanos.getAsLong() - begun;
    moved += Math.max(bytes, 0);
    long free = grace + TimeUnit.SECONDS.toNanos(1) / slowest * moved;
    return waited <= Math.min(longest, free);
  }
}
