package jp.chukan.mocknetwork.scenario;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what systems do by themselves, after a scene has begun it. */
public final class Awaiting {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int LOOKS = 1200;

  private Awaiting() {}

  /**
   * Waits, at most a minute.
   *
   * @param what happens, for who reads that it did not
   * @throws SceneFailedException when it does not
   */
  public static void until(String what, BooleanSupplier happened) {
    for (int look = 0; look < LOOKS; look++) {
      if (happened.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    throw new SceneFailedException("did not happen: " + what);
  }
}
