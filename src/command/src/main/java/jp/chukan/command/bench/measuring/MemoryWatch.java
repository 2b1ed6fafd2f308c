package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.chukan.command.installation.Installation;

/**
 * Looks at the memory of the gateway and of this process once in a second, as long as something is
 * under way that is to be watched.
 */
public final class MemoryWatch {
  private static final String GATEWAY = "gateway";
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Installation installation;
  private final GatewayMetrics metrics;
  private final List<Sample> samples = new CopyOnWriteArrayList<>();

  public MemoryWatch(Installation installation) {
    this.installation = installation;
    this.metrics = new GatewayMetrics(installation.managementUri());
  }

  /**
   * One look.
   *
   * @param gatewayHeap of the gateway
   * @param gatewayResident bytes of the gateway in memory, 0 where the system does not tell it
   * @param clientHeap bytes in use of this process
   */
  record Sample(HeapReading gatewayHeap, long gatewayResident, long clientHeap) {}

  /** What is watched. */
  @FunctionalInterface
  public interface Work<T> {
    T done() throws IOException;
  }

  /** Does this and watches meanwhile; once for each part of what belongs together. */
  public <T> T during(Work<T> work) throws IOException {
    try (var ignored = new Repeatedly("memory-watch", INTERVAL, this::look)) {
      return work.done();
    }
  }

  private void look() {
    try {
      var heap = HeapReading.of(metrics.read());
      var runtime = Runtime.getRuntime();
      samples.add(
          new Sample(
              heap,
              ProcessUse.of(installation.runDirectory()).residentBytes().getOrDefault(GATEWAY, 0L),
              runtime.totalMemory() - runtime.freeMemory()));
    } catch (IOException e) {
      // one sample less
    }
  }

  /** What was seen. */
  public MemoryUse use() {
    return MemoryUse.of(samples);
  }
}
