package jp.chukan.gateway.observation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.TrustList;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.gateway.console.CaseBed;
import jp.chukan.gateway.crypto.TrustLists;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestClock;

/** A server that is watched: what it measures, traces and says of its health. */
final class ObservationBed {
  static final String TEXT_VALUE = "架空の値で誰のものでもない";
  static final String PER_CAPITA_VALUE = "918273645";
  private static final ItemCode DATA_SET = new ItemCode("TK00000000002000");
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  final RunningGateway gateway;
  final TestClock clock;
  private final HttpClient http = HttpClient.newHttpClient();

  ObservationBed() {
    this(RunningGateway.observed());
  }

  ObservationBed(RunningGateway gateway) {
    this.gateway = gateway;
    this.clock = gateway.context().getBean(TestClock.class);
    trustList();
  }

  /** One is in force, and what is revoked has been asked for. */
  private void trustList() {
    TrustLists lists = gateway.context().getBean(TrustLists.class);
    if (lists.inForce().isEmpty()) {
      lists.receive(
          gateway
              .keys()
              .networkSigner()
              .sign(
                  XmlDocuments.write(
                      new TrustList(
                          1,
                          clock.instant(),
                          clock.instant().plus(Duration.ofDays(7)),
                          List.of(),
                          List.of("C1")))));
    }
  }

  /** What is asked about, and by which exchange. */
  record Asked(ProvisionDraft draft, ProvisionExchange exchange) {}

  /** A person whose 「副本」 answers by itself is asked about, and the network keeps the answer. */
  Asked provide() throws IOException, InterruptedException {
    ProvisionDraft draft =
        new ProvisionDraft(
            gateway.keys().networkSigner(),
            gateway.keys().authority().decryptionKey(ProvisionDraft.MINISTER, KeyKind.EC_P256),
            clock.instant());
    draft.information = new SpecificPersonalInformationCode("TM00000000000002");
    draft.items = List.of(CaseBed.TEXT, CaseBed.PER_CAPITA);
    ProvisionExchange exchange = new ProvisionExchange(gateway, draft);
    exchange.permit();
    // the list in force is looked up again after a moment
    clock.advance(Duration.ofSeconds(2));
    exchange.register(
        DATA_SET,
        ResponseMode.AUTOMATIC,
        List.of(
            new Item(CaseBed.TEXT, TEXT_VALUE), new Item(CaseBed.PER_CAPITA, PER_CAPITA_VALUE)));
    exchange.askAbout(exchange.freshAddressee());
    exchange.deliver();
    byte[] sent =
        await().atMost(AT_MOST).until(exchange::sentAnswer, Optional::isPresent).orElseThrow();
    assertThat(exchange.answer(sent).orElseThrow().errorCode()).isNull();
    takeAnswer(draft, exchange, sent);
    return new Asked(draft, exchange);
  }

  /** From now on the network says that it has this answer; waits until that is kept. */
  private void takeAnswer(ProvisionDraft draft, ProvisionExchange exchange, byte[] sent) {
    byte[] receipt = exchange.receipt(sent);
    gateway
        .network()
        .stubFor(
            post("/interface/answers")
                .withRequestBody(binaryEqualTo(sent))
                .willReturn(
                    aResponse().withHeader("Content-Type", "application/cms").withBody(receipt)));
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(
                        gateway
                            .database()
                            .everything()
                            .sql(
                                "select count(*) from provision_receipt where processing_number = ?")
                            .param(draft.number.value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1));
  }

  /** The page that Prometheus reads. */
  String measures() {
    return management("/actuator/prometheus").body();
  }

  /** Value of the line that begins with this name and holds these tags; empty without one. */
  Optional<Double> measure(String name, String... tags) {
    return measures()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> List.of(tags).stream().allMatch(line::contains))
        .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst();
  }

  HttpResponse<String> management(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(gateway.managementUri(path)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Every span that has left the server so far. */
  List<SpanData> spans() {
    gateway
        .context()
        .getBean(SdkTracerProvider.class)
        .forceFlush()
        .join(AT_MOST.toSeconds(), TimeUnit.SECONDS);
    return gateway.context().getBean(InMemorySpanExporter.class).getFinishedSpanItems();
  }

  /** Whether the page has a line of this measure. */
  static boolean isOn(String page, String name) {
    return Pattern.compile("^" + Pattern.quote(name) + "[{ ]", Pattern.MULTILINE)
        .matcher(page)
        .find();
  }
}
