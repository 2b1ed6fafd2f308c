package jp.chukan.command.bench.measuring;

import java.time.Duration;
import jp.chukan.command.installation.Waiting;

/** Does something again and again as long as it is open, in a thread of its own. */
public final class Repeatedly implements AutoCloseable {
  private final Duration pause;
  private final Runnable deed;
  private final Thread thread;
  private volatile boolean open = true;

  /**
   * @param name of the thread
   * @param pause between two times
   * @param deed done at once for the first time
   */
  public Repeatedly(String name, Duration pause, Runnable deed) {
    this.pause = pause;
    this.deed = deed;
    this.thread = Thread.ofVirtual().name(name).start(this::run);
  }

  private void run() {
    while (open) {
      deed.run();
      Waiting.until(pause, () -> !open);
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
