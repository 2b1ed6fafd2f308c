package jp.chukan.mocknetwork.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.inquirer.AskProvider;
import jp.chukan.mocknetwork.inquirer.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inquiries at a fixed rate: each leaves at its time, whether or not the earlier ones were
 * answered, so that a server which falls behind is not spared the ones that come meanwhile.
 */
final class OpenLoop implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(OpenLoop.class);

  private final AskProvider asking;
  private final List<Question> questions;
  private final int perSecond;
  private final int count;
  private final InstantSource clock;
  private final Queue<Due> asked = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicLong latestNanos = new AtomicLong();
  private volatile Instant begun = Instant.MAX;
  private volatile boolean running = true;
  private volatile boolean stopped;

  /**
   * @param questions asked in turn, over and over
   */
  OpenLoop(
      AskProvider asking,
      List<Question> questions,
      int perSecond,
      Duration lasting,
      InstantSource clock) {
    this.asking = asking;
    this.questions = List.copyOf(questions);
    this.perSecond = perSecond;
    this.count = Math.toIntExact(perSecond * lasting.toSeconds());
    this.clock = clock;
  }

  /**
   * An inquiry that was made.
   *
   * @param at when it was due, not when it came to leave
   */
  record Due(ProcessingNumber number, Instant at) {}

  @Override
  public void run() {
    try (var inquirers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("inquirer-", 0).factory())) {
      begun = clock.instant();
      long start = System.nanoTime();
      for (int number = 0; number < count && !stopped; number++) {
        long due = number * Duration.ofSeconds(1).toNanos() / perSecond;
        awaitTime(start + due);
        submit(inquirers, number, start + due, begun.plusNanos(due));
      }
    } finally {
      running = false;
    }
  }

  private static void awaitTime(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void submit(ExecutorService inquirers, int number, long nanoTime, Instant at) {
    Question question = questions.get(number % questions.size());
    inquirers.execute(
        () -> {
          latestNanos.accumulateAndGet(System.nanoTime() - nanoTime, Math::max);
          try {
            asked.add(new Due(asking.ask(question).processingNumber(), at));
          } catch (RuntimeException e) {
            failed.incrementAndGet();
            log.warn("an inquiry of a load could not be made: {}", e.getClass().getName());
          }
        });
  }

  /** Makes none that is not due yet. */
  void stop() {
    stopped = true;
  }

  /** When the first was due. */
  Instant begun() {
    return begun;
  }

  /** Whether some are still to be made. */
  boolean isRunning() {
    return running;
  }

  /** How many are to be made in all. */
  int count() {
    return count;
  }

  List<Due> asked() {
    return List.copyOf(asked);
  }

  /** How many could not be made. */
  int failed() {
    return failed.get();
  }

  /** By how much the latest of all began after its time. */
  Duration latest() {
    return Duration.ofNanos(latestNanos.get());
  }
}
