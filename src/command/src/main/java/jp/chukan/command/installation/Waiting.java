package jp.chukan.command.installation;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again a little later, for what tells nobody when it is done. */
public final class Waiting {
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private Waiting() {}

  /**
   * Waits until the condition holds, but no longer than this.
   *
   * @return whether it holds
   */
  public static boolean until(Duration longest, BooleanSupplier condition) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      shortly();
    }
    return true;
  }

  public static void shortly() {
    try {
      Thread.sleep(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InstallationException("interrupted", e);
    }
  }
}
