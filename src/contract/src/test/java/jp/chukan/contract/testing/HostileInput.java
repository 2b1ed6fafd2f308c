package jp.chukan.contract.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import jp.chukan.contract.error.InvalidInputException;

/**
 * Feeds a parser what somebody made up, and holds it to what one input may cost: a second of the
 * processor, and 256 MB of memory in all that it allocates, be it kept or not. Both are counted for
 * the one thread, so that what else runs on the machine makes no difference.
 */
public final class HostileInput {
  private static final long LONGEST = Duration.ofSeconds(1).toNanos();
  private static final long MOST_BYTES = 256L * 1024 * 1024;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private HostileInput() {}

  /** What takes the input. */
  @FunctionalInterface
  public interface Parser {
    void parse() throws Exception;
  }

  /**
   * The one way in which a parser may say no is {@link InvalidInputException}; whatever else it
   * throws is a defect.
   */
  public static void feed(Parser parser) throws Exception {
    long processor = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    try {
      parser.parse();
    } catch (InvalidInputException refused) {
      // as it should
    }
    check("nanoseconds", THREADS.getCurrentThreadCpuTime() - processor, LONGEST);
    check("bytes", THREADS.getCurrentThreadAllocatedBytes() - allocated, MOST_BYTES);
  }

  private static void check(String unit, long used, long most) {
    if (used > most) {
      throw new AssertionError("one input took " + used + " " + unit);
    }
  }
}
