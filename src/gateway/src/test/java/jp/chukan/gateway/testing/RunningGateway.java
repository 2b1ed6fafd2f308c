package jp.chukan.gateway.testing;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.gateway.IntermediateServer;
import jp.chukan.gateway.staff.ConsolePort;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The server as it runs: real TLS, real broker with its journal on disk, real PostgreSQL. The
 * network is a WireMock that the test makes misbehave. Started once and shared by the tests of the
 * run.
 */
public final class RunningGateway {
  /** What a browser of a test says that it shows. */
  public static final String ORIGIN = "https://localhost";

  /** What a test dates back, or a clock that it moves by days, is ahead of the sealer. */
  private static final String EVIDENCE_IN_TIME = "--chukan.evidence.limit=P9999D";

  private static @Nullable RunningGateway shared;
  private static @Nullable RunningGateway timed;
  private static @Nullable RunningGateway dated;
  private static @Nullable RunningGateway observed;

  private final TestDatabase database;
  private final TestKeys keys;
  private final WireMockServer network;
  private final CountedConnections connections = new CountedConnections();
  private final TestRevocationServer revocations;
  private final ServletWebServerApplicationContext context;

  private RunningGateway(List<Class<?>> sources, String... settings) {
    Path directory = temporaryDirectory();
    database = TestDatabase.empty();
    keys = TestKeys.in(directory.resolve("keys"));
    revocations = new TestRevocationServer(keys.authority());
    network =
        new WireMockServer(
            wireMockConfig()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keys.file("network-server").toString())
                .keystorePassword(TestKeys.PASSWORD)
                .keyManagerPassword(TestKeys.PASSWORD)
                .trustStoreType("PKCS12")
                .trustStorePath(keys.file("trust").toString())
                .trustStorePassword(TestKeys.PASSWORD)
                .needClientAuth(true)
                .networkTrafficListener(connections));
    network.start();
    String networkUrl = "https://localhost:" + network.httpsPort();
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(IntermediateServer.class)
                .sources(sources.toArray(Class[]::new))
                .sources(SeenStatements.AroundThePool.class)
                .profiles("local")
                .run(
                    Stream.concat(
                            Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--chukan.console.port=0",
                                "--chukan.console.origin=" + ORIGIN,
                                "--chukan.run-directory=" + directory,
                                "--chukan.network.url=" + networkUrl,
                                "--chukan.revocation.authorities[0].name=" + TestKeys.AUTHORITY,
                                "--chukan.revocation.authorities[0].list=" + revocations.url(),
                                "--chukan.trust-list.fetch-delay=86400000",
                                "--chukan.hub-url=" + networkUrl + "/hub",
                                "--spring.datasource.url=" + database.url()),
                            ofItsOwn(settings))
                        .toArray(String[]::new));
  }

  /** All tests of a run come from one address: only who sets how many may fail counts them. */
  private static Stream<String> ofItsOwn(String... settings) {
    boolean counts = Stream.of(settings).anyMatch(setting -> setting.contains("console.address"));
    return counts
        ? Stream.of(settings)
        : Stream.concat(
            Stream.of("--chukan.console.address.failures=1000000"), Stream.of(settings));
  }

  public static synchronized RunningGateway shared() {
    if (shared == null) {
      shared = new RunningGateway(List.of(), EVIDENCE_IN_TIME);
    }
    return shared;
  }

  /** Another one, shared too, whose time moves only when a test moves it. */
  public static synchronized RunningGateway timed() {
    if (timed == null) {
      timed = new RunningGateway(List.of(StandingTime.class), EVIDENCE_IN_TIME);
    }
    return timed;
  }

  /** One whose time stands at this moment, for what is to look the same each time it is made. */
  public static synchronized RunningGateway at(Instant moment) {
    if (dated == null) {
      dated =
          new RunningGateway(
              List.of(StandingTime.class), EVIDENCE_IN_TIME, "--testing.moment=" + moment);
    }
    return dated;
  }

  /** Another one like {@link #timed()}, which keeps every span and is measured often. */
  public static synchronized RunningGateway observed() {
    if (observed == null) {
      observed =
          new RunningGateway(
              List.of(StandingTime.class, KeptSpans.class),
              EVIDENCE_IN_TIME,
              "--management.tracing.sampling.probability=1",
              "--chukan.observation.delay=200");
    }
    return observed;
  }

  /** Stops what was started. */
  static synchronized void stopAll() {
    for (RunningGateway gateway : new @Nullable RunningGateway[] {shared, timed, dated, observed}) {
      if (gateway != null) {
        gateway.stop();
      }
    }
  }

  /**
   * Another one like {@link #timed()}, with settings of its own, for one test to start and stop.
   */
  public static RunningGateway timed(List<String> settings) {
    return new RunningGateway(List.of(StandingTime.class), settings.toArray(String[]::new));
  }

  /** Stops one that a test has started for itself. */
  public void stop() {
    context.close();
    network.stop();
    revocations.close();
  }

  /** Takes the place of the server's clock. */
  static final class StandingTime {
    @Bean
    @Primary
    TestClock standingClock(@Value("${testing.moment:}") String moment) {
      return moment.isEmpty() ? new TestClock() : new TestClock(Instant.parse(moment));
    }
  }

  /** Stands where a collector of spans would. */
  static final class KeptSpans {
    @Bean
    InMemorySpanExporter keptSpans() {
      return InMemorySpanExporter.create();
    }
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory(Path.of("target"), "gateway").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TestDatabase database() {
    return database;
  }

  public TestKeys keys() {
    return keys;
  }

  /** Those to the interface system and the hubs. */
  public CountedConnections connections() {
    return connections;
  }

  /** The interface system and the hub of every municipality. */
  public WireMockServer network() {
    return network;
  }

  public ApplicationContext context() {
    return context;
  }

  public URI uri(String path) {
    return URI.create("https://localhost:" + context.getWebServer().getPort() + path);
  }

  /** An address of the console, at its own port. */
  public URI consoleUri(String path) {
    return URI.create("https://localhost:" + context.getBean(ConsolePort.class).number() + path);
  }

  /** SHA-256 of the public key at the console's port in Base64, as browsers pin it. */
  public String consoleKeyDigest() {
    return keys.keyDigest("gateway-server");
  }

  public URI managementUri(String path) {
    return URI.create(
        "http://127.0.0.1:"
            + context.getEnvironment().getRequiredProperty("local.management.port")
            + path);
  }

  /** A client with the certificate of this name; null has none. */
  public HttpClient client(@Nullable String certificate) {
    return HttpClient.newBuilder().sslContext(keys.tls(certificate)).build();
  }

  /** Posts as this client and waits for the answer. */
  public HttpResponse<String> post(
      @Nullable String certificate, String path, String contentType, byte[] body)
      throws IOException, InterruptedException {
    return client(certificate)
        .send(
            HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());
  }

  /** Puts as this client and waits for the answer. */
  public HttpResponse<String> put(
      @Nullable String certificate, String path, String contentType, byte[] body)
      throws IOException, InterruptedException {
    return client(certificate)
        .send(
            HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());
  }

  /** Gets as this client. */
  public HttpResponse<String> get(@Nullable String certificate, String path)
      throws IOException, InterruptedException {
    return client(certificate)
        .send(HttpRequest.newBuilder(uri(path)).GET().build(), BodyHandlers.ofString());
  }
}
