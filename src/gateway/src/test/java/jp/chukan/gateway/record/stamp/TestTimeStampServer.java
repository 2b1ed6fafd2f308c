package jp.chukan.gateway.record.stamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.chukan.contract.crypto.SigningKey;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.crypto.TimeStampIssuer;
import jp.chukan.contract.crypto.TimeStampRequest;
import jp.chukan.contract.crypto.UnacceptableTimeStampRequestException;
import jp.chukan.gateway.testing.TestKeys;

/** A time-stamp authority at a port of its own, with real TLS, that answers what a test wants. */
final class TestTimeStampServer implements AutoCloseable {
  /** What it does with a request. */
  interface Answer {
    void give(TimeStampRequest request, HttpExchange exchange)
        throws IOException, UnacceptableTimeStampRequestException;
  }

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TimeStampIssuer issuer;
  private volatile Answer answer;

  TestTimeStampServer(TestKeys keys, Answer answer) throws IOException {
    Issued issued = keys.authority().timeStampAuthority(TestKeys.NETWORK);
    this.issuer = new TimeStampIssuer(new SigningKey(issued.privateKey(), issued.certificate()));
    this.answer = answer;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.tls("network-server")));
    server.setExecutor(threads);
    server.createContext("/time-stamp", this::handle);
    server.start();
  }

  void answerWith(Answer other) {
    answer = other;
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort() + "/time-stamp";
  }

  byte[] granted(TimeStampRequest request, Instant time)
      throws UnacceptableTimeStampRequestException {
    return issuer.grant(request, BigInteger.TWO, time);
  }

  static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", TimeStampRequest.REPLY_MEDIA_TYPE);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answered(exchange);
    }
  }

  private void answered(HttpExchange exchange) throws IOException {
    try {
      answer.give(TimeStampRequest.read(exchange.getRequestBody().readAllBytes()), exchange);
    } catch (UnacceptableTimeStampRequestException rejected) {
      reply(exchange, 200, TimeStampIssuer.reject(rejected.rejection()));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
