package jp.chukan.command.bench.measuring;

import java.time.Duration;
import jp.chukan.command.installation.Waiting;

/** Does something once in a second as long as it is open, in a thread of its own. */
final class EverySecond implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Runnable deed;
  private final Thread thread;
  private volatile boolean open = true;

  /**
   * @param name of the thread
   * @param deed done at once for the first time
   */
  EverySecond(String name, Runnable deed) {
    this.deed = deed;
    this.thread = Thread.ofVirtual().name(name).start(this::run);
  }

  private void run() {
    while (open) {
      deed.run();
      Waiting.until(INTERVAL, () -> !open);
    }
  }

  /** Returns when it is done for the last time. */
  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
