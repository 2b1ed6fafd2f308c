package jp.chukan.gateway.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Time that stands still until the test moves it; starts when the keys of the test are valid. */
public final class TestClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public TestClock() {
    this(java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Stands at this time, at which the keys of the test need not be valid. */
  public TestClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void advance(Duration duration) {
    now.updateAndGet(before -> before.plus(duration));
  }
}
