package jp.chukan.mocknetwork.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import jp.chukan.mocknetwork.border.BorderWatch;
import jp.chukan.mocknetwork.border.Crossing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * HTTPS to the intermediate server, with a client certificate per party. A message that finds no
 * server, or a server that is not ready, is sent again with the same bytes until it is taken: a
 * server that is killed in the middle loses nothing.
 */
@Component
public final class GatewayConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GatewayConnection.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final int REQUESTS_AT_ONCE = 32;

  private final KeyStores keys;
  private final URI gateway;
  private final Duration resendFor;
  private final InstantSource clock;
  private final BorderWatch border;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(REQUESTS_AT_ONCE);
  private final Map<ClientIdentity, HttpClient> clients = new ConcurrentHashMap<>();

  GatewayConnection(
      KeyStores keys, MockNetworkSettings settings, InstantSource clock, BorderWatch border) {
    this.keys = keys;
    this.gateway = settings.gatewayUrl();
    this.resendFor = settings.resendFor();
    this.clock = clock;
    this.border = border;
  }

  /**
   * Sends until the server takes or refuses the message.
   *
   * @return its final answer; fails with {@link GatewayUnreachableException} when there was none
   */
  public CompletableFuture<GatewayReply> send(GatewayRequest request) {
    return send(request, resendFor);
  }

  /** The same, for somebody who waits: gives up after this time. */
  public CompletableFuture<GatewayReply> send(GatewayRequest request, Duration atMost) {
    var result = new CompletableFuture<GatewayReply>();
    Instant until = clock.instant().plus(atMost);
    executor.execute(() -> attempt(request, FIRST_PAUSE_MILLIS, until, result));
    return result;
  }

  private void attempt(
      GatewayRequest request,
      long pauseMillis,
      Instant until,
      CompletableFuture<GatewayReply> result) {
    try {
      GatewayReply reply = sendOnce(request);
      if (reply.isPassing()) {
        log.debug("{} answered with status {}", request.path(), reply.status());
        again(request, pauseMillis, until, result, null);
      } else {
        result.complete(reply);
      }
    } catch (IOException e) {
      again(request, pauseMillis, until, result, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      result.completeExceptionally(new GatewayUnreachableException(request.path(), e));
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  private void again(
      GatewayRequest request,
      long pauseMillis,
      Instant until,
      CompletableFuture<GatewayReply> result,
      @Nullable IOException cause) {
    if (clock.instant().isAfter(until)) {
      result.completeExceptionally(new GatewayUnreachableException(request.path(), cause));
      return;
    }
    log.debug("{} is sent again in {} ms", request.path(), pauseMillis);
    long next = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
    CompletableFuture.delayedExecutor(pauseMillis, TimeUnit.MILLISECONDS, executor)
        .execute(() -> attempt(request, next, until, result));
  }

  private GatewayReply sendOnce(GatewayRequest request) throws IOException, InterruptedException {
    HttpRequest message =
        HttpRequest.newBuilder(gateway.resolve(request.path()))
            .timeout(TIMEOUT)
            .header("Content-Type", request.contentType())
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()))
            .build();
    places.acquire();
    try {
      HttpResponse<byte[]> response =
          client(request.identity()).send(message, HttpResponse.BodyHandlers.ofByteArray());
      var reply = new GatewayReply(response.statusCode(), response.body());
      saw(request, reply.isAccepted(), request.body(), reply.body());
      return reply;
    } catch (IOException e) {
      // what went out has crossed the border, whether anybody took it or not
      saw(request, false, request.body());
      throw e;
    } finally {
      places.release();
    }
  }

  private void saw(GatewayRequest request, boolean taken, byte[]... parts) {
    border.crossed(
        Crossing.Way.TO_SERVER, request.identity().keyName(), request.path(), taken, parts);
  }

  private HttpClient client(ClientIdentity identity) {
    return clients.computeIfAbsent(
        identity,
        one ->
            HttpClient.newBuilder()
                .sslContext(keys.context(one))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(executor)
                .build());
  }

  /** Sends once: it is the sender who keeps the message and tries again. */
  public CompletableFuture<GatewayReply> sendOnceOnly(GatewayRequest request) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return sendOnce(request);
          } catch (IOException e) {
            throw new GatewayUnreachableException(request.path(), e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayUnreachableException(request.path(), e);
          }
        },
        executor);
  }

  /** Where the work around a message runs. */
  public Executor executor() {
    return executor;
  }

  /** Starts to send a message, and cuts the connection in the middle of its body. */
  public void sendHalf(GatewayRequest request) {
    saw(request, false, request.body());
    var factory = keys.context(request.identity()).getSocketFactory();
    try (var socket = (SSLSocket) factory.createSocket(gateway.getHost(), gateway.getPort())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      String head =
          "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(
                  request.path(),
                  gateway.getAuthority(),
                  request.contentType(),
                  request.body().length);
      var output = socket.getOutputStream();
      output.write(head.getBytes(StandardCharsets.US_ASCII));
      output.write(request.body(), 0, request.body().length / 2);
      output.flush();
    } catch (IOException e) {
      log.debug("the connection to be cut was cut by the other side", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    clients.values().forEach(HttpClient::shutdownNow);
  }
}
