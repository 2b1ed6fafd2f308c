package jp.chukan.command.bench.soak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Measurement;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Validity;

/**
 * What one soak showed.
 *
 * @param load how it went
 * @param holdings what the server held, from minute to minute
 * @param validity whether the numbers mean anything
 */
record SoakMeasurement(OpenLoad.Report load, List<Holding> holdings, Validity validity)
    implements Measurement {

  /** What holds no more than so much of what it did is flat. */
  private static final double FLAT = 1.1;

  /** Of two means that are held against each other, how many parts the time has. */
  private static final int PARTS = 3;

  SoakMeasurement {
    holdings = List.copyOf(holdings);
  }

  @Override
  public boolean isValid() {
    return validity.valid();
  }

  @Override
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        Figures.format(
            "soak          %,d exchanges, %.0f/s for %,d s",
            load.asked(), load.perSecond(), holdings.getLast().second()));
    lines.add("times         " + load.times().line());
    lines.add(line("heap", "MB after a collection", one -> one.heapBytes() >> 20));
    lines.add(line("threads", "", Holding::threads));
    lines.add(line("files", "open", Holding::openFiles));
    lines.add(line("dead rows", "", Holding::deadRows));
    lines.add(line("outbox", "KB", one -> one.outboxBytes() >> 10));
    lines.add(validity.line());
    return lines;
  }

  private String line(String name, String unit, ToLongFunction<Holding> value) {
    double before = mean(part(1), value);
    double after = mean(part(2), value);
    return Figures.format(
        "%-13s %,.0f %s in the second third, %,.0f in the last: %s",
        name, before, unit, after, after <= FLAT * before ? "flat" : "GROWING");
  }

  /** The first part is left out: the JVM is still learning. */
  private List<Holding> part(int number) {
    int size = holdings.size();
    return holdings.subList(size * number / PARTS, size * (number + 1) / PARTS);
  }

  private static double mean(List<Holding> holdings, ToLongFunction<Holding> value) {
    return holdings.stream().mapToLong(value).average().orElse(0);
  }

  @Override
  public ObjectNode json() {
    return Figures.object(this);
  }
}
