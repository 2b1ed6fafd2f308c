package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import jp.chukan.command.installation.Waiting;

/** Looks at the gateway's heap as long as it is open, and keeps the highest that it saw. */
public final class HeapSampler implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final Thread thread;
  private volatile boolean open = true;
  private volatile HeapReading highest = HeapReading.NONE;

  public HeapSampler(URI management) {
    this.request = HttpRequest.newBuilder(management.resolve("/actuator/prometheus")).build();
    this.thread = Thread.ofVirtual().name("heap-sampler").start(this::sample);
  }

  public HeapReading highest() {
    return highest;
  }

  private void sample() {
    while (open) {
      highest = highest.orHigher(read());
      Waiting.shortly();
    }
  }

  private HeapReading read() {
    try {
      return HeapReading.of(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      // one sample less
      return HeapReading.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HeapReading.NONE;
    }
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
