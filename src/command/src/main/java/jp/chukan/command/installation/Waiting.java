package jp.chukan.command.installation;

import java.time.Duration;

/** Looks again a little later, for what tells nobody when it is done. */
public final class Waiting {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private Waiting() {}

  public static void shortly() {
    try {
      Thread.sleep(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InstallationException("interrupted", e);
    }
  }
}
