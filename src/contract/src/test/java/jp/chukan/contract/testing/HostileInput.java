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
  /** Of a run of the fuzzer: it ends by the number of inputs, not by the clock. */
  public static final String NO_END = "168h";

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
   * throws is a defect. What is over a bound is fed once more, because the first time the machine
   * may have loaded and instrumented classes for it.
   */
  public static void feed(Parser parser) throws Exception {
    if (!cost(parser).isWithinBounds()) {
      Cost again = cost(parser);
      if (!again.isWithinBounds()) {
        throw new AssertionError("one input took " + again);
      }
    }
  }

  private record Cost(long nanoseconds, long bytes) {
    boolean isWithinBounds() {
      return nanoseconds <= LONGEST && bytes <= MOST_BYTES;
    }
  }

  private static Cost cost(Parser parser) throws Exception {
    long processor = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    try {
      parser.parse();
    } catch (InvalidInputException refused) {
      // as it should
    }
    return new Cost(
        THREADS.getCurrentThreadCpuTime() - processor,
        THREADS.getCurrentThreadAllocatedBytes() - allocated);
  }
}
