package jp.chukan.command.failover;

import java.time.Duration;
import java.util.List;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Validity;

/**
 * What the deaths of a broker and a node did to whoever asked.
 *
 * @param killed the broker that was active
 * @param successor the one that is active since
 * @param takeover until it listened
 * @param silence the longest time without any answer
 * @param load how the load went
 * @param validity what the records of all parties show
 * @param whole whether everything runs again, and the successor is still the active one
 */
record FailoverReport(
    String killed,
    String successor,
    Duration takeover,
    Duration silence,
    OpenLoad.Report load,
    Validity validity,
    boolean whole) {

  boolean passed() {
    return validity.valid() && whole && !killed.equals(successor);
  }

  List<String> lines() {
    return List.of(
        Figures.format(
            "takeover      %s killed, %s active after %.1f s",
            killed, successor, seconds(takeover)),
        Figures.format("silence       longest time without any answer %.1f s", seconds(silence)),
        Figures.format(
            "load          %,d asked, %,d provided, %,d could not be asked; to the answer p50 %,d ms, p99 %,d ms",
            load.asked(),
            load.provided(),
            load.failed(),
            load.times().p50Millis(),
            load.times().p99Millis()),
        validity.line(),
        whole
            ? "again         what was killed runs again; " + successor + " is still active"
            : "NOT WHOLE     something does not run again");
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
