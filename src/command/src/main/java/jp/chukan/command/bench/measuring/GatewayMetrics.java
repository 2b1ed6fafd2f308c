package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The gateway's measures, as it writes them down for Prometheus. */
public final class GatewayMetrics {
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest request;

  /**
   * @param management where the gateway is managed
   */
  public GatewayMetrics(URI management) {
    this.request = HttpRequest.newBuilder(management.resolve("/actuator/prometheus")).build();
  }

  /** All of them, one in each line. */
  public String read() throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
