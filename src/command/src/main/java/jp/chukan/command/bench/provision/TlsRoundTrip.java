package jp.chukan.command.bench.provision;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import jp.chukan.command.client.ClientCertificate;

/** A request and its response over TLS 1.3 with client certificates, and nothing behind it. */
final class TlsRoundTrip implements AutoCloseable {
  private static final int OK = 200;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;
  private final URI address;

  /**
   * @param keys folder of the run's keys
   */
  TlsRoundTrip(Path keys) throws IOException {
    server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setHttpsConfigurator(
        new ClientsWanted(ClientCertificate.context(keys, "network-server")));
    server.createContext("/", TlsRoundTrip::takeAndAnswer);
    server.setExecutor(threads);
    server.start();
    address = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(ClientCertificate.context(keys, "gateway-client"))
            .build();
  }

  private static final class ClientsWanted extends HttpsConfigurator {
    ClientsWanted(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
      wanted.setNeedClientAuth(true);
      parameters.setSSLParameters(wanted);
    }
  }

  private static void takeAndAnswer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      exchange.sendResponseHeaders(OK, -1);
    }
  }

  void make(byte[] body) throws IOException {
    try {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body)).build(),
                  BodyHandlers.discarding())
              .statusCode();
      if (status != OK) {
        throw new IOException("HTTP " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
    threads.close();
  }
}
