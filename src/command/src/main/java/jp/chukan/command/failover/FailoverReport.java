package jp.chukan.command.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Validity;

/**
 * What the blows did to whoever asked.
 *
 * @param results of each
 * @param silence the longest time without any answer
 * @param load how the load went
 * @param validity what the records of all parties show
 */
record FailoverReport(
    List<BlowResult> results, Duration silence, OpenLoad.Report load, Validity validity) {
  FailoverReport {
    results = List.copyOf(results);
  }

  boolean passed() {
    return validity.valid() && results.stream().allMatch(BlowResult::passed);
  }

  List<String> lines() {
    var lines = new ArrayList<>(results.stream().map(BlowResult::line).toList());
    lines.add(
        Figures.format(
            "silence       longest time without any answer %.1f s", silence.toMillis() / 1000.0));
    lines.add(
        Figures.format(
            "load          %,d asked, %,d provided, %,d could not be asked; to the answer p50 %,d ms, p99 %,d ms",
            load.asked(),
            load.provided(),
            load.failed(),
            load.times().p50Millis(),
            load.times().p99Millis()));
    lines.add(validity.line());
    return lines;
  }
}
