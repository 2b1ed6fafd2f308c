package jp.chukan.command.bench.soak;

import java.util.regex.Pattern;
import jp.chukan.command.bench.measuring.HeapReading;

/**
 * What the server holds at one moment.
 *
 * @param second since the load began
 * @param heapBytes of the gateway, right after a collection
 * @param threads of the gateway, virtual ones not among them
 * @param openFiles of the gateway, connections among them
 * @param deadRows of its tables, which nobody sees any more and nobody has cleared away
 * @param outboxBytes of the table through which every answer passes
 */
record Holding(
    long second, long heapBytes, long threads, long openFiles, long deadRows, long outboxBytes) {
  private static final Pattern THREADS = value("jvm_threads_live_threads");
  private static final Pattern FILES = value("process_files_open_files");

  /**
   * @param metrics of the gateway
   */
  static Holding of(long second, String metrics, long deadRows, long outboxBytes) {
    return new Holding(
        second,
        HeapReading.of(metrics).used(),
        find(THREADS, metrics),
        find(FILES, metrics),
        deadRows,
        outboxBytes);
  }

  private static Pattern value(String metric) {
    return Pattern.compile("^" + metric + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE);
  }

  private static long find(Pattern pattern, String metrics) {
    return pattern
        .matcher(metrics)
        .results()
        .mapToLong(found -> (long) Double.parseDouble(found.group(1)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not measured: " + pattern));
  }
}
