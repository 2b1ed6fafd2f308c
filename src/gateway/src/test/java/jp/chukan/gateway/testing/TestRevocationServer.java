package jp.chukan.gateway.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.chukan.contract.crypto.TestAuthority;

/** The authority of a running server: says over HTTP that nothing is revoked, for a long time. */
final class TestRevocationServer implements AutoCloseable {
  private final HttpServer server;

  TestRevocationServer(TestAuthority authority) {
    // clocks of tests go on by years, and begin a little before the present
    Instant from = Clock.systemUTC().instant().minus(Duration.ofDays(1));
    byte[] list =
        authority.revocations().list(Map.of(), from, from.plus(Duration.ofDays(20 * 365)));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/list",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
          }
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/list";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
