package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Looks at the gateway's measures as long as it is open, and keeps the highest that it saw. Once in
 * a second: to write all measures down costs the gateway as much as an exchange.
 */
public final class GatewaySampler implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Pattern QUEUED =
      Pattern.compile("^chukan_queue_messages\\{[^}]*} (\\S+)$", Pattern.MULTILINE);

  private final GatewayMetrics metrics;
  private final Repeatedly looking;
  private volatile HeapReading heap = HeapReading.NONE;
  private volatile long queued;

  public GatewaySampler(URI management) {
    this.metrics = new GatewayMetrics(management);
    this.looking = new Repeatedly("gateway-sampler", INTERVAL, this::look);
  }

  /** The most of the heap that was in use. */
  public HeapReading heap() {
    return heap;
  }

  /** The most messages that lay in all queues of the broker together. */
  public long queued() {
    return queued;
  }

  private void look() {
    String seen = read();
    heap = heap.orHigher(HeapReading.of(seen));
    queued = Math.max(queued, queued(seen));
  }

  private static long queued(String metrics) {
    return QUEUED
        .matcher(metrics)
        .results()
        .mapToLong(line -> (long) Double.parseDouble(line.group(1)))
        .sum();
  }

  private String read() {
    try {
      return metrics.read();
    } catch (IOException e) {
      // one sample less
      return "";
    }
  }

  @Override
  public void close() {
    looking.close();
  }
}
