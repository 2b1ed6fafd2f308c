package jp.chukan.gateway.operation;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.Certificates;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.crypto.DestroyedDataKeysException;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.job.Job;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.RenewedTls;
import jp.chukan.gateway.testing.RunningGateway;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.SslBundles;

@DisplayName("鍵の操作")
class KeyEndpointsIT {
  private static final String KEYS = "/operation/keys";
  private static final String OPERATOR = "operator-client";
  private static final String JSON_TYPE = "application/json";
  private static final JsonMapper JSON = new JsonMapper();

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.timed(List.of("--chukan.keys.reload-delay=500"));
  }

  @AfterAll
  static void stop() {
    gateway.stop();
  }

  @Test // JN-03, MS-42
  @DisplayName("通信の鍵は止めずに替わる(受付、画面、接続側)")
  void connectionsShowTheNewKeyWithoutARestart() throws Exception {
    SSLContext client = RenewedTls.context(gateway.context().getBean(SslBundles.class), "client");
    Certificate before = shownAt(gateway.uri("/"));
    Certificate clientBefore = shownBy(client);
    Instant from = Clock.systemUTC().instant().minusSeconds(60);
    Instant until = from.plus(Duration.ofDays(365));
    X509Certificate server =
        gateway.keys().addTls("gateway-server-2", KeyPurposeId.id_kp_serverAuth, from, until);
    X509Certificate own =
        gateway.keys().addTls("gateway-client-2", KeyPurposeId.id_kp_clientAuth, from, until);

    JsonNode told = ok(gateway.post(OPERATOR, KEYS + "/reload", JSON_TYPE, new byte[0]));

    assertThat(shownAt(gateway.uri("/"))).isEqualTo(server).isNotEqualTo(before);
    assertThat(shownAt(gateway.consoleUri("/"))).isEqualTo(server);
    assertThat(shownBy(client)).isEqualTo(own).isNotEqualTo(clientBefore);
    List<String> inUse = new ArrayList<>();
    told.get("keys")
        .forEach(
            key -> {
              if (key.get("inUse").asBoolean() && key.get("use").asText().startsWith("TLS")) {
                inUse.add(key.get("keyId").asText());
              }
            });
    assertThat(inUse)
        .containsExactlyInAnyOrder(Certificates.keyIdOf(server), Certificates.keyIdOf(own));
  }

  @Test // JN-03, MS-79
  @DisplayName("使えない鍵は、操作、状態、ジョブに現れる")
  void aBrokenKeyIsToldAndTheServerGoesOn() throws Exception {
    String broken = "encryption-" + ISHINOMAKI + "-7";
    gateway.keys().spoil(broken);
    try {
      JsonNode told = ok(gateway.post(OPERATOR, KEYS + "/reload", JSON_TYPE, new byte[0]));
      assertThat(told.get("unusable").toString()).contains(broken);
      assertThat(health()).contains("unusable", broken, "\"status\":\"UP\"");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(gateway.get(OPERATOR, "/operation/jobs").body())
                      .contains(Job.RELOAD_KEYS.id(), ErrorCode.SCM_KEY_UNUSABLE.id()));
    } finally {
      gateway.keys().remove(broken);
    }
    assertThat(ok(gateway.post(OPERATOR, KEYS + "/reload", JSON_TYPE, new byte[0])).get("unusable"))
        .isEmpty();
  }

  @Test // MS-64, MS-70
  @DisplayName("データ鍵の廃棄は、接続をやめた機関について、機関コードの再入力でだけできる")
  void dataKeysAreDestroyedOnlyOfWhomNobodyServesAndOnlyWhenNamedTwice() throws Exception {
    PersonalDataCipher cipher = gateway.context().getBean(PersonalDataCipher.class);
    InstitutionTransactions transactions = gateway.context().getBean(InstitutionTransactions.class);
    byte[] stored =
        transactions.within(STRANGER, () -> cipher.encrypt(STRANGER, new byte[8], "place"));

    assertRefused(order(ISHINOMAKI, ISHINOMAKI.value()), ErrorCode.SCM_KEY_SERVED);
    assertRefused(order(PLATFORM, PLATFORM.value()), ErrorCode.SCM_KEY_SERVED);
    assertRefused(order(STRANGER, ISHINOMAKI.value()), ErrorCode.SCM_KEY_CONFIRMATION);
    InstitutionCode nobody = new InstitutionCode("0220101100101700");
    assertRefused(order(nobody, nobody.value()), ErrorCode.SCM_KEY_NONE);
    assertThat(order("municipal-client-" + ISHINOMAKI, STRANGER, STRANGER.value()).statusCode())
        .isEqualTo(403);
    assertThat(transactions.within(STRANGER, () -> cipher.decrypt(STRANGER, stored, "place")))
        .isEqualTo(new byte[8]);

    ok(order(STRANGER, STRANGER.value()));

    assertThatThrownBy(
            () -> transactions.within(STRANGER, () -> cipher.decrypt(STRANGER, stored, "place")))
        .isInstanceOf(DestroyedDataKeysException.class);
    assertThat(noted(STRANGER)).containsExactly(true);
    assertThat(noted(PLATFORM)).contains(true, false);
  }

  @ParameterizedTest(name = "{index}") // MS-64
  @DisplayName("JSONでない指示は、何の文字コードに見えても、形式の誤りとして断る")
  @ValueSource(strings = {"", "{", "[]", "{\"institution\":{}}", " \0\0\0trmt"})
  void whatIsNoOrderIsRefused(String body) throws Exception {
    assertRefused(
        gateway.post(
            OPERATOR, KEYS + "/destruction", JSON_TYPE, body.getBytes(StandardCharsets.UTF_8)),
        ErrorCode.SYM_CODE_FORM);
  }

  private static HttpResponse<String> order(InstitutionCode institution, String confirmation)
      throws IOException, InterruptedException {
    return order(OPERATOR, institution, confirmation);
  }

  private static HttpResponse<String> order(
      String client, InstitutionCode institution, String confirmation)
      throws IOException, InterruptedException {
    byte[] body =
        "{\"institution\":\"%s\",\"confirmation\":\"%s\"}"
            .formatted(institution.value(), confirmation)
            .getBytes(StandardCharsets.UTF_8);
    return gateway.post(client, KEYS + "/destruction", JSON_TYPE, body);
  }

  private static List<Boolean> noted(InstitutionCode whose) {
    return gateway
        .database()
        .everything()
        .sql(
            """
            select succeeded from operation
             where institution_code = ? and operation_function = 'keys.destroy'
            """)
        .param(whose.value())
        .query(Boolean.class)
        .list();
  }

  private static void assertRefused(HttpResponse<String> answer, ErrorCode code) {
    assertThat(answer.statusCode()).as(code.id()).isEqualTo(400);
    assertThat(answer.body()).contains(code.id());
  }

  private static JsonNode ok(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static String health() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(gateway.managementUri("/actuator/health/keys")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The certificate that the server shows there. */
  private static Certificate shownAt(URI address) throws IOException {
    SSLContext tls = gateway.keys().tls(OPERATOR);
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(address.getHost(), address.getPort())) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  /** The certificate that this client shows to a server that asks for one. */
  private static Certificate shownBy(SSLContext client) throws Exception {
    SSLContext tls = gateway.keys().tls("network-server");
    try (SSLServerSocket server =
        (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0)) {
      server.setNeedClientAuth(true);
      CompletableFuture<Certificate> shown =
          CompletableFuture.supplyAsync(
              () -> {
                try (SSLSocket accepted = (SSLSocket) server.accept()) {
                  accepted.startHandshake();
                  accepted.getOutputStream().write(1);
                  return accepted.getSession().getPeerCertificates()[0];
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      try (SSLSocket socket =
          (SSLSocket) client.getSocketFactory().createSocket("localhost", server.getLocalPort())) {
        socket.startHandshake();
        assertThat(socket.getInputStream().read()).isEqualTo(1);
      }
      return shown.get();
    }
  }
}
