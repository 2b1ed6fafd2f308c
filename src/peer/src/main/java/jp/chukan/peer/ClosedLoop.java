package jp.chukan.peer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;

/** A number of senders, each of which sends the next message as soon as it has its receipt. */
final class ClosedLoop {
  private static final int DIGITS = 3;
  private static final long NANOS_PER_MICRO = 1000;

  private final Sender sender;
  private final int payloadBytes;
  private final int concurrency;

  ClosedLoop(Sender sender, int payloadBytes, int concurrency) {
    this.sender = sender;
    this.payloadBytes = payloadBytes;
    this.concurrency = concurrency;
  }

  /**
   * What one round showed.
   *
   * @param micros from the payload to its verified receipt
   * @param nanos until the last receipt
   * @param cpuNanos of the whole process, which is both parties
   */
  record Round(Histogram micros, long nanos, long cpuNanos) {
    long receipts() {
      return micros.getTotalCount();
    }
  }

  /**
   * Sends for this long; returns when every receipt is there.
   *
   * @throws FailedExchangeException when one message failed; then nobody begins another
   */
  Round run(Duration duration) throws FailedExchangeException, InterruptedException {
    AtomicBoolean failed = new AtomicBoolean();
    long cpu = cpuNanos();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    List<Callable<Histogram>> senders = new ArrayList<>();
    for (int i = 0; i < concurrency; i++) {
      SplittableRandom random = new SplittableRandom(i);
      senders.add(() -> sendUntil(end, random, failed));
    }
    Histogram micros = new Histogram(DIGITS);
    try (ExecutorService threads = Executors.newFixedThreadPool(concurrency)) {
      for (Future<Histogram> sent : threads.invokeAll(senders)) {
        micros.add(result(sent));
      }
    }
    return new Round(micros, System.nanoTime() - start, cpuNanos() - cpu);
  }

  private Histogram sendUntil(long end, SplittableRandom random, AtomicBoolean failed)
      throws FailedExchangeException {
    Histogram micros = new Histogram(DIGITS);
    boolean isOpen = false;
    try {
      while (System.nanoTime() < end && !failed.get()) {
        byte[] payload = new byte[payloadBytes];
        random.nextBytes(payload);
        long begun = System.nanoTime();
        isOpen = true;
        sender.send(payload);
        isOpen = false;
        micros.recordValue((System.nanoTime() - begun) / NANOS_PER_MICRO);
      }
    } finally {
      if (isOpen) {
        failed.set(true);
      }
    }
    return micros;
  }

  private static Histogram result(Future<Histogram> sent)
      throws FailedExchangeException, InterruptedException {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FailedExchangeException failure) {
        throw failure;
      }
      throw new FailedExchangeException("unexpected", e.getCause());
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
