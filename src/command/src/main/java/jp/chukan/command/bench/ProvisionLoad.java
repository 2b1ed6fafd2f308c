package jp.chukan.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.InstitutionCode;

/**
 * 「提供要求」 at a fixed rate while something else is measured: an open loop, in which the next ones
 * come whether or not the earlier ones are answered.
 */
final class ProvisionLoad implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ControlClient control;
  private final InstitutionCode provider;
  private final int ofEachInterval;
  private final int residents;
  private final AtomicInteger intervals = new AtomicInteger();
  private final Queue<Future<List<String>>> asked = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService ministries = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param provider whose 「副本」 are asked for
   * @param perSecond how many requests come in a second
   * @param residents the first so many residents are asked about
   */
  ProvisionLoad(ControlClient control, InstitutionCode provider, int perSecond, int residents) {
    this.control = control;
    this.provider = provider;
    this.ofEachInterval = perSecond;
    this.residents = residents;
  }

  /** Begins now, until it is closed. */
  void start() {
    if (ofEachInterval > 0) {
      clock.scheduleAtFixedRate(
          () -> asked.add(ministries.submit(this::ask)),
          0,
          INTERVAL.toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  private List<String> ask() throws IOException {
    int interval = intervals.getAndIncrement();
    var numbers = new ArrayList<String>();
    control
        .post(
            "/control/inquiries/batch",
            order ->
                order
                    .put("count", ofEachInterval)
                    .put("provider", provider.value())
                    .put("seed", interval)
                    .put("concurrency", ofEachInterval)
                    .put("from", 0)
                    .put("to", residents))
        .path("processingNumbers")
        .forEach(number -> numbers.add(number.asText()));
    return numbers;
  }

  /** No more from here on. */
  @Override
  public void close() {
    clock.shutdownNow();
    ministries.close();
  }

  /**
   * How the exchanges stand when they have ended, after it was closed; those that never end are as
   * they were when patience did.
   */
  List<JsonNode> exchanges() throws IOException {
    var exchanges = new ArrayList<JsonNode>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (var number : numbers()) {
      Waiting.until(
          Duration.ofNanos(Math.max(0, deadline - System.nanoTime())), () -> hasEnded(number));
      exchanges.add(exchange(number));
    }
    return exchanges;
  }

  private List<String> numbers() throws IOException {
    var numbers = new ArrayList<String>();
    for (var batch : asked) {
      try {
        numbers.addAll(batch.get());
      } catch (ExecutionException e) {
        throw new IOException("a ministry could not ask: " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    return numbers;
  }

  private boolean hasEnded(String number) {
    try {
      return !exchange(number).path("state").asText().equals("PENDING");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode exchange(String number) throws IOException {
    return control.get("/control/exchanges/" + number);
  }
}
