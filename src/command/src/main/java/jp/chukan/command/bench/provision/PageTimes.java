package jp.chukan.command.bench.provision;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import jp.chukan.command.bench.measuring.Percentiles;
import jp.chukan.command.bench.measuring.Repeatedly;
import jp.chukan.command.console.ScriptedStaff;

/** One of the staff who opens a page again and again as long as this is open. */
final class PageTimes implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ScriptedStaff staff;
  private final String path;
  private final List<Long> millis = new CopyOnWriteArrayList<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final Repeatedly looking;

  PageTimes(ScriptedStaff staff, String path) {
    this.staff = staff;
    this.path = path;
    this.looking = new Repeatedly("staff", PAUSE, this::look);
  }

  private void look() {
    long started = System.nanoTime();
    try {
      if (staff.browser().open(path).refuses()) {
        failed.incrementAndGet();
      }
      millis.add(Duration.ofNanos(System.nanoTime() - started).toMillis());
    } catch (IOException e) {
      failed.incrementAndGet();
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
    looking.close();
  }
}
