package jp.chukan.mocknetwork.rounds;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does rounds of work one after the other: at once while there is some, else when woken or after a
 * pause. What fails is tried again in a later round.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final Semaphore wake = new Semaphore(0);
  private final Duration pause;
  private final BooleanSupplier round;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param name of the thread
   * @param pause between two rounds when there was nothing to do
   * @param round does some of the work; true when there may be more
   */
  public Rounds(String name, Duration pause, BooleanSupplier round) {
    this.pause = pause;
    this.round = round;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** There is work. */
  public void wake() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  private void run() {
    while (!closed) {
      if (!doOne()) {
        await();
      }
    }
  }

  private boolean doOne() {
    try {
      return round.getAsBoolean();
    } catch (RuntimeException e) {
      if (!closed) {
        log.warn("{} goes on later", thread.getName(), e);
      }
      return false;
    }
  }

  private void await() {
    try {
      if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the round that is under way end: what it has half done would be done twice. */
  @Override
  public void close() {
    closed = true;
    wake();
    if (!thread.isAlive()) {
      return;
    }
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
