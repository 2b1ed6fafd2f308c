package jp.chukan.command.bench.provision;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import jp.chukan.command.bench.measuring.Percentiles;
import jp.chukan.command.console.ScriptedStaff;
import jp.chukan.command.installation.Waiting;

/** One of the staff who opens a page again and again as long as this is open. */
final class PageTimes implements AutoCloseable {
  private final ScriptedStaff staff;
  private final String path;
  private final List<Long> millis = new CopyOnWriteArrayList<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final Thread thread;
  private volatile boolean open = true;

  PageTimes(ScriptedStaff staff, String path) {
    this.staff = staff;
    this.path = path;
    this.thread = Thread.ofVirtual().name("staff").start(this::look);
  }

  private void look() {
    while (open) {
      long started = System.nanoTime();
      try {
        if (staff.browser().open(path).refuses()) {
          failed.incrementAndGet();
        }
        millis.add(Duration.ofNanos(System.nanoTime() - started).toMillis());
      } catch (IOException e) {
        failed.incrementAndGet();
      }
      Waiting.shortly();
    }
  }

  Percentiles times() {
    return Percentiles.of(millis.stream().flatMapToLong(LongStream::of).toArray());
  }

  /** How often the page did not come. */
  int failed() {
    return failed.get();
  }

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
