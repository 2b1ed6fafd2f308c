package jp.chukan.gateway.kernel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A question over HTTP that ends in time and whose answer fits, whatever the other side does. */
public final class BoundedExchange {
  private BoundedExchange() {}

  /**
   * Begins a client that goes where it was sent and nowhere else: an answer must not choose where
   * the next question goes.
   *
   * @param timeLimit until a connection stands
   */
  public static HttpClient.Builder client(Duration timeLimit) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeLimit);
  }

  /**
   * Sends and waits. The limit is for the whole exchange: an answer that trickles in is given up as
   * well.
   *
   * @param largest most bytes of the answer's body
   * @param timeLimit from the first byte sent to the last received
   * @throws IOException when the exchange breaks off, is too long or too large
   */
  public static HttpResponse<byte[]> send(
      HttpClient http, HttpRequest request, int largest, Duration timeLimit) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> pending =
        http.sendAsync(request, BoundedBody.upTo(largest));
    try {
      return pending.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new IOException("no answer in time", e);
    } catch (ExecutionException e) {
      throw new IOException("the exchange broke off: " + e.getCause(), e);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
