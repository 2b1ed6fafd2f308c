package jp.chukan.command.failover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Measurement;
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
    List<BlowResult> results, Duration silence, OpenLoad.Report load, Validity validity)
    implements Measurement {
  FailoverReport {
    results = List.copyOf(results);
  }

  @Override
  public boolean isValid() {
    return validity.valid() && results.stream().allMatch(BlowResult::passed);
  }

  @Override
  public List<String> lines() {
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

  @Override
  public ObjectNode json() {
    var root = Figures.object();
    var blows = root.putArray("blows");
    results.forEach(result -> blows.add(result.json()));
    root.put("silenceMillis", silence.toMillis());
    root.set("load", Figures.object(load));
    root.set("validity", Figures.object(validity));
    return root;
  }
}
