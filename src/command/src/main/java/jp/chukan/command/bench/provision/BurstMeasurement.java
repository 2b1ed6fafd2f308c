package jp.chukan.command.bench.provision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.Measurement;
import jp.chukan.command.bench.measuring.Percentiles;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.bench.measuring.Validity;

/**
 * What one burst showed.
 *
 * @param count inquiries that waited for the line to open
 * @param acceptMillis from then until the server had taken the last
 * @param millis from then until the last was answered
 * @param queued most messages that lay in all queues together
 * @param pages how long the page of waiting cases took meanwhile
 * @param pagesFailed how often it did not come
 * @param processorMillisEach by name of the process
 * @param heap highest heap in use at the gateway
 * @param validity whether the numbers mean anything
 */
record BurstMeasurement(
    int count,
    long acceptMillis,
    long millis,
    long queued,
    Percentiles pages,
    int pagesFailed,
    SortedMap<String, Double> processorMillisEach,
    HeapReading heap,
    Validity validity)
    implements Measurement {

  BurstMeasurement {
    processorMillisEach = new TreeMap<>(processorMillisEach);
  }

  long acceptedPerSecond() {
    return Figures.perSecond(count, acceptMillis);
  }

  long answeredPerSecond() {
    return Figures.perSecond(count, millis);
  }

  /** Whether the run counts and every page came. */
  @Override
  public boolean isValid() {
    return validity.valid() && pagesFailed == 0;
  }

  @Override
  public List<String> lines() {
    return List.of(
        Figures.format(
            "acceptance    %,d 提供要求 taken in %.1f s: %,d/s",
            count, Figures.seconds(acceptMillis), acceptedPerSecond()),
        Figures.format(
            "answers       the last after %.1f s: %,d/s; at most %,d messages in the queues",
            Figures.seconds(millis), answeredPerSecond(), queued),
        Figures.format("approvals     page %s; %,d did not come", pages.line(), pagesFailed),
        ProcessUse.line(processorMillisEach),
        heap.line("gateway"),
        validity.line());
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Figures.object(this);
    root.put("acceptedPerSecond", acceptedPerSecond())
        .put("answeredPerSecond", answeredPerSecond());
    return root;
  }
}
