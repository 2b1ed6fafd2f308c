package jp.chukan.gateway.crypto.revocation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.chukan.contract.crypto.RevocationIssuer;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TestAuthority.Issued;

/** A real authority that tells over HTTP what it revoked: lists and answers, sound or faulty. */
final class AuthorityServer implements AutoCloseable {
  static final Duration VALIDITY = Duration.ofHours(1);

  private final TestAuthority authority;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final Map<BigInteger, Instant> revoked = new HashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  volatile RevocationIssuer lists;
  volatile RevocationIssuer answers;
  volatile int status = 200;

  /** What is sent instead, empty for what is right. */
  volatile byte[] instead = {};

  AuthorityServer(TestAuthority authority, InstantSource clock) throws IOException {
    this.authority = authority;
    this.clock = clock;
    this.lists = authority.revocations();
    Issued responder = authority.responder();
    this.answers = new RevocationIssuer(responder.privateKey(), responder.certificate());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI list() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/list");
  }

  URI status() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/status");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(path);
      byte[] question = exchange.getRequestBody().readAllBytes();
      Instant now = clock.instant();
      byte[] body;
      if (instead.length > 0) {
        body = instead;
      } else if (path.equals("/list")) {
        body =
            lists.listInTheNameOf(
                authority.rootCertificate(), Map.copyOf(revoked), now, now.plus(VALIDITY));
      } else {
        body =
            answers.answer(
                question,
                authority.rootCertificate(),
                Map.copyOf(revoked),
                now,
                now.plus(VALIDITY));
      }
      if (status == 302) {
        exchange.getResponseHeaders().set("Location", "/list");
      }
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
