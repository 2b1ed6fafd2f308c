package jp.chukan.mocknetwork.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a system takes messages: a port of its own, TLS 1.3 with its own key, and only for callers
 * whose certificate and link are theirs (JN-01). Every call is recorded, taken or not.
 */
public final class Door implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Door.class);
  private static final int LARGEST_MESSAGE = 16 << 20;
  private static final int BACKLOG = 64;

  private final CountrySystem owner;
  private final SystemCallers callers;
  private final CommunicationLog communications;
  private final HttpsServer server;
  private volatile boolean running = true;

  Door(
      CountrySystem owner,
      SSLContext tls,
      SystemCallers callers,
      CommunicationLog communications,
      Executor executor) {
    this.owner = owner;
    this.callers = callers;
    this.communications = communications;
    try {
      this.server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for " + owner, e);
    }
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters demands = tls.getDefaultSSLParameters();
            demands.setNeedClientAuth(true);
            demands.setProtocols(new String[] {"TLSv1.3"});
            parameters.setSSLParameters(demands);
          }
        });
    server.setExecutor(executor);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /**
   * Takes a kind of message from one kind of caller: each kind of data has one source (JN-09).
   *
   * @param message name of the message, the last part of its address
   * @param sender the only kind of system that may send it
   */
  public <M, R> Door takes(
      String message, SystemKind sender, Class<M> type, Handler<M, R> handler) {
    return takes(message, Set.of(sender), type, handler);
  }

  /** The same, for a message that several kinds of systems may send. */
  public <M, R> Door takes(
      String message, Set<SystemKind> senders, Class<M> type, Handler<M, R> handler) {
    server.createContext(
        "/" + message, exchange -> serve(exchange, message, senders, type, handler));
    return this;
  }

  /** Whether it answers; a system that is out of order says so, and takes nothing. */
  public void setRunning(boolean running) {
    this.running = running;
  }

  private <M, R> void serve(
      HttpExchange exchange,
      String message,
      Set<SystemKind> senders,
      Class<M> type,
      Handler<M, R> handler)
      throws IOException {
    try (exchange) {
      CountrySystem from = caller((HttpsExchange) exchange);
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_MESSAGE + 1);
      byte[] reply;
      Optional<Fault> fault = Optional.empty();
      int status = 200;
      try {
        reply = LinkJson.write(reply(exchange, from, senders, body, message, type, handler));
      } catch (RefusedCallException refused) {
        fault = Optional.of(refused.fault());
        status = refused.fault().status();
        reply = LinkJson.write(new FaultReply(refused.fault(), refused.place()));
      } catch (UnreachableSystemException further) {
        fault = Optional.of(Fault.NOT_READY);
        status = Fault.NOT_READY.status();
        reply = LinkJson.write(new FaultReply(Fault.NOT_READY, message));
      } catch (RuntimeException broken) {
        log.error("{} could not take {} of {}", owner, message, from, broken);
        fault = Optional.of(Fault.NOT_READY);
        status = Fault.NOT_READY.status();
        reply = LinkJson.write(new FaultReply(Fault.NOT_READY, message));
      }
      communications.append(from, owner, message, body.length, fault);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, reply.length);
      exchange.getResponseBody().write(reply);
    }
  }

  private <M, R> R reply(
      HttpExchange exchange,
      CountrySystem from,
      Set<SystemKind> senders,
      byte[] body,
      String message,
      Class<M> type,
      Handler<M, R> handler) {
    if (!running) {
      throw new RefusedCallException(Fault.NOT_READY, message);
    }
    if (!senders.contains(from.kind())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, message);
    }
    // the server of the JDK gives everything below an address to its handler
    if (!exchange.getRequestURI().getPath().equals("/" + message)) {
      throw new RefusedCallException(Fault.UNKNOWN, "address");
    }
    if (!exchange.getRequestMethod().equals("POST") || body.length > LARGEST_MESSAGE) {
      throw new RefusedCallException(Fault.MALFORMED, message);
    }
    return handler.take(from, LinkJson.read(body, type));
  }

  private CountrySystem caller(HttpsExchange exchange) throws IOException {
    X509Certificate certificate =
        (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
    return callers
        .of(certificate)
        .orElseThrow(() -> new IllegalStateException("TLS let a stranger in at " + owner));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
