package jp.chukan.command.faults;

import java.io.IOException;
import java.time.Duration;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;

/**
 * The installation whose parts die, what stands between them, and the load on it.
 *
 * @param installation that runs
 * @param management of its gateway
 * @param links between its parts
 * @param disks of their own
 * @param databases to look into
 * @param load of 「提供要求」
 * @param perSecond how many are due in a second
 */
record FaultScene(
    Installation installation,
    ControlClient management,
    Links links,
    Disks disks,
    Databases databases,
    OpenLoad load,
    int perSecond) {
  /** Longer than any fault takes; each run stops its own. */
  private static final Duration LONG = Duration.ofHours(1);

  /**
   * @param deliveries how often each request is delivered
   */
  void beginLoad(int deliveries) throws IOException {
    load.begin(perSecond, LONG, deliveries);
  }

  void stopLoad() throws IOException {
    load.stop();
  }

  /** Starts again whatever has died; a new load begins with a new network. */
  void supervise() throws IOException {
    if (installation.startDead().contains("mock-network")) {
      beginLoad(1);
    }
  }
}
