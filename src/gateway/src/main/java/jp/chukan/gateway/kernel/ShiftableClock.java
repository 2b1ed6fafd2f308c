package jp.chukan.gateway.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that can be set wrong, to see what the server does then. */
public final class ShiftableClock implements InstantSource {
  private final InstantSource right;
  private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

  /**
   * @param right what it shows unless it is set wrong
   */
  public ShiftableClock(InstantSource right) {
    this.right = right;
  }

  /**
   * @param by how far it is wrong from now on, negative for too early; zero sets it right
   */
  public void shift(Duration by) {
    shift.set(by);
  }

  @Override
  public Instant instant() {
    return right.instant().plus(shift.get());
  }
}
