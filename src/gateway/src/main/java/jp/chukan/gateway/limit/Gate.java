package jp.chukan.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.limit.Admission.Later;
import jp.chukan.gateway.limit.Admission.Turn;

/** The limits of one institution at one door: nobody waits here, and nobody else is counted. */
final class Gate {
  /** Nobody can tell when one of those under way will have ended. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Bucket bucket;
  private final Semaphore atOnce;
  private final Semaphore uploads;
  private final InstantSource clock;
  private final AtomicReference<Instant> toldOfRate = new AtomicReference<>(Instant.EPOCH);
  private final AtomicReference<Instant> toldOfNumber = new AtomicReference<>(Instant.EPOCH);

  Gate(DoorLimits limits, InstantSource clock) {
    this.clock = clock;
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(limits.requests())
                        .refillGreedy(limits.requests(), limits.within()))
            .withCustomTimePrecision(new InjectedTime(clock))
            .build();
    this.atOnce = new Semaphore(limits.atOnce());
    this.uploads = new Semaphore(limits.uploads());
  }

  Admission enter(boolean upload) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      return new Later(
          ErrorCode.SYM_TOO_MANY_REQUESTS,
          Duration.ofNanos(probe.getNanosToWaitForRefill()),
          isFirst(toldOfRate));
    }
    if (!atOnce.tryAcquire()) {
      return new Later(ErrorCode.SYM_TOO_MANY_AT_ONCE, SOON, isFirst(toldOfNumber));
    }
    if (!upload) {
      return new Turn(atOnce::release);
    }
    if (!uploads.tryAcquire()) {
      atOnce.release();
      return new Later(ErrorCode.SYM_TOO_MANY_AT_ONCE, SOON, isFirst(toldOfNumber));
    }
    return new Turn(
        () -> {
          uploads.release();
          atOnce.release();
        });
  }

  private boolean isFirst(AtomicReference<Instant> told) {
    Instant now = clock.instant();
    Instant before = told.get();
    return !now.isBefore(before.plus(QUIET)) && told.compareAndSet(before, now);
  }
}
