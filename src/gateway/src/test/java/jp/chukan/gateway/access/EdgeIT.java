package jp.chukan.gateway.access;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("接続の入口")
class EdgeIT {
  private static final byte[] SOMETHING = "something".getBytes(StandardCharsets.UTF_8);
  private static final String REQUESTS = "/network/0220104202101700/provision-requests";
  private static final String CMS = "application/cms";
  private static final String MUNICIPAL_CLIENT = "municipal-client-0220104202101700";

  private final RunningGateway gateway = RunningGateway.shared();

  @Test // JN-01
  void aPeerWithoutACertificateGetsNothing() {
    assertThatThrownBy(() -> gateway.post(null, REQUESTS, CMS, SOMETHING))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest // MS-09, JN-12
  @ValueSource(strings = {REQUESTS, "/municipal/replicas", "/network/permission-lists", "/"})
  void aTrustedButUnregisteredClientIsRefusedEverywhere(String path)
      throws IOException, InterruptedException {
    assertRefused(
        gateway.post("stranger-client", path, CMS, SOMETHING),
        403,
        ErrorCode.SCM_CLIENT_NOT_REGISTERED);
  }

  @Test // MS-90, JN-12
  void theMunicipalityCannotSpeakAsTheNetwork() throws IOException, InterruptedException {
    assertRefused(
        gateway.post(MUNICIPAL_CLIENT, REQUESTS, CMS, SOMETHING),
        403,
        ErrorCode.SCM_FOREIGN_INSTITUTION);
    assertKept(ISHINOMAKI.value(), ErrorCode.SCM_FOREIGN_INSTITUTION);
  }

  @ParameterizedTest // MS-09, MS-13
  @ValueSource(
      strings = {"/municipal/replicas", "/municipal/linkage-codes", "/municipal/provision-records"})
  void theNetworkCannotReachTheMunicipalSide(String path) throws IOException, InterruptedException {
    assertRefused(
        gateway.post("network-client", path, "application/xml", SOMETHING),
        403,
        ErrorCode.SCM_FOREIGN_INSTITUTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CamelHttpUri", "camelfilename", "JMSReplyTo", "_AMQ_DUPL_ID"})
  void headersThatSteerTheRoutesAreRefused(String header) throws IOException, InterruptedException {
    HttpResponse<String> response =
        gateway
            .client("network-client")
            .send(
                HttpRequest.newBuilder(gateway.uri(REQUESTS))
                    .header("Content-Type", CMS)
                    .header(header, "http://elsewhere.example")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(SOMETHING))
                    .build(),
                BodyHandlers.ofString());
    assertRefused(response, 400, ErrorCode.SCM_ROUTING_HEADER);
    assertKept(NETWORK.value(), ErrorCode.SCM_ROUTING_HEADER);
  }

  @Test
  void aMessageForAnInstitutionThatIsNotServedIsRefused() throws IOException, InterruptedException {
    assertRefused(
        gateway.post(
            "network-client", "/network/0220113112101700/provision-requests", CMS, SOMETHING),
        404,
        ErrorCode.SYM_DESTINATION);
  }

  @Test
  void anotherContentTypeIsRefused() throws IOException, InterruptedException {
    assertRefused(
        gateway.post("network-client", REQUESTS, "application/json", SOMETHING),
        415,
        ErrorCode.SYM_MEDIA_TYPE);
  }

  @Test
  void anAnswerOfAnotherTypeIsNotToBeHad() throws IOException, InterruptedException {
    HttpResponse<String> response =
        gateway
            .client(MUNICIPAL_CLIENT)
            .send(
                HttpRequest.newBuilder(gateway.uri("/municipal/communications"))
                    .header("Accept", "image/png")
                    .GET()
                    .build(),
                BodyHandlers.ofString());
    assertRefused(response, 406, ErrorCode.SYM_MEDIA_TYPE);
  }

  @Test // JN-01, JN-12
  @DisplayName("入口で起きたこちら側の障害は、拒否ではなく、再送できる503として伝える")
  void aFaultAtTheDoorIsNeverARefusal() throws IOException, InterruptedException {
    gateway.database().everything().sql("revoke select on trust_list from chukan_app").update();
    try {
      // what is in memory holds for a second
      HttpResponse<String> answer =
          await()
              .atMost(Duration.ofSeconds(20))
              .until(this::request, response -> response.statusCode() != 202);
      assertToldAgain(answer);
    } finally {
      gateway.database().everything().sql("grant select on trust_list to chukan_app").update();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> request().statusCode() == 202);
  }

  @Test // JN-12
  @DisplayName("記録できない拒否は、確定した拒否として伝えない")
  void aRefusalThatCannotBeKeptIsNotFinal() throws IOException, InterruptedException {
    gateway.database().everything().sql("revoke insert on communication from chukan_app").update();
    try {
      assertToldAgain(gateway.post("stranger-client", REQUESTS, CMS, SOMETHING));
      assertToldAgain(gateway.post(MUNICIPAL_CLIENT, REQUESTS, CMS, SOMETHING));
      assertToldAgain(gateway.post("network-client", REQUESTS, "application/json", SOMETHING));
    } finally {
      gateway.database().everything().sql("grant insert on communication to chukan_app").update();
    }
  }

  private HttpResponse<String> request() throws IOException, InterruptedException {
    return gateway.post("network-client", REQUESTS, CMS, SOMETHING);
  }

  private void assertToldAgain(HttpResponse<String> answer) {
    assertRefused(answer, 503, ErrorCode.SYM_INTERNAL);
    assertThat(answer.headers().firstValue("Retry-After")).contains("30");
  }

  @Test
  void aMessageOverTheLimitIsRefused() throws IOException, InterruptedException {
    assertRefused(
        gateway.post("network-client", REQUESTS, CMS, new byte[(1 << 20) + 1]),
        413,
        ErrorCode.SYM_TOO_LARGE);
  }

  @Test // MS-80
  void whatIsTakenGetsANumberOfItsOwn() throws IOException, InterruptedException {
    List<HttpResponse<String>> answers =
        List.of(
            gateway.post("network-client", REQUESTS, CMS, SOMETHING),
            gateway.post("network-client", REQUESTS, CMS, SOMETHING));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
    assertThat(answers)
        .extracting(answer -> acknowledgement(answer).header().receptionNumber())
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  private void assertRefused(HttpResponse<String> response, int status, ErrorCode code) {
    assertThat(response.statusCode()).isEqualTo(status);
    Acknowledgement refusal = acknowledgement(response);
    assertThat(refusal.header().result()).isEqualTo(MessageHeader.REFUSED);
    assertThat(refusal.body().errorCode()).isEqualTo(code.id());
    assertThat(refusal.body().errorMessage()).isEqualTo(code.message());
  }

  private void assertKept(String room, ErrorCode code) {
    assertThat(
            gateway
                .database()
                .everything()
                .sql(
                    "select count(*) from communication where institution_code = ? and error_code = ?")
                .params(room, code.id())
                .query(Long.class)
                .single())
        .isPositive();
  }

  private static Acknowledgement acknowledgement(HttpResponse<String> response) {
    return XmlMessages.read(
        Acknowledgement.class, response.body().getBytes(StandardCharsets.UTF_8));
  }
}
