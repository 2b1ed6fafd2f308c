package jp.chukan.mocknetwork.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jp.chukan.mocknetwork.MockNetwork;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as it runs, once for all tests of the module: real PostgreSQL, real TLS, and a
 * stand-in for the intermediate server.
 */
public final class RunningCountry {
  private static @Nullable RunningCountry shared;

  private final TestKeys keys;
  private final GatewayStandIn gateway;
  private final EmbeddedPostgres postgres;
  private final Path runDirectory;
  private final HttpClient plain = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private ConfigurableApplicationContext application;

  private RunningCountry() throws IOException, SQLException {
    runDirectory = Files.createTempDirectory("country");
    keys = TestKeys.writeTo(runDirectory.resolve("keys"));
    gateway = new GatewayStandIn(keys);
    postgres = EmbeddedPostgres.builder().start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role country login password 'country'");
      statement.execute("create database country owner country");
    }
    application = start();
  }

  /** The running country; started by the first who asks, with a well-behaved gateway. */
  public static synchronized RunningCountry get() {
    RunningCountry running = shared;
    if (running == null) {
      try {
        running = new RunningCountry();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      shared = running;
    }
    running.gateway.behaveWell();
    return running;
  }

  /**
   * Another country with data of its own, for what would change the shared one for everybody;
   * whoever wants it stops it.
   */
  public static RunningCountry ofItsOwn() {
    try {
      return new RunningCountry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends a country of its own. */
  public void stop() throws IOException {
    application.close();
    gateway.stop();
    postgres.close();
  }

  private ConfigurableApplicationContext start() {
    return SpringApplication.run(
        MockNetwork.class,
        "--server.port=0",
        "--logging.level.jp.chukan.mocknetwork=debug",
        "--chukan.control-port=0",
        "--chukan.gateway-url=" + gateway.url(),
        "--chukan.run-directory=" + runDirectory,
        "--spring.datasource.url=" + postgres.getJdbcUrl("country", "country"));
  }

  /** Stops the application and starts it again on the same data. */
  public void restart() {
    application.close();
    application = start();
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** All beans of a type. */
  public <T> List<T> beans(Class<T> type) {
    return List.copyOf(application.getBeansOfType(type).values());
  }

  public TestKeys keys() {
    return keys;
  }

  public GatewayStandIn gateway() {
    return gateway;
  }

  public URI https(String path) {
    return URI.create(
        "https://localhost:"
            + application.getEnvironment().getRequiredProperty("local.server.port")
            + path);
  }

  public URI control(String path) {
    return onControlPort("/control/" + path);
  }

  /** A page beside the control API. */
  public URI onControlPort(String path) {
    return URI.create("http://127.0.0.1:" + bean(Connector.class).getLocalPort() + path);
  }

  public JsonNode get(String path) {
    return json(send(plain, HttpRequest.newBuilder(control(path)).build()));
  }

  public JsonNode post(String path, String body) {
    return json(
        send(
            plain,
            HttpRequest.newBuilder(control(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  /** HTTPS with the key of somebody. */
  public HttpResponse<byte[]> send(String keyName, HttpRequest request) {
    try (var client = HttpClient.newBuilder().sslContext(keys.context(keyName)).build()) {
      return send(client, request);
    }
  }

  private JsonNode json(HttpResponse<byte[]> response) {
    try {
      return json.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<byte[]> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
