package jp.chukan.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("運用事業者の受付口: 機関マスタ")
class InstitutionMasterEndpointsIT {
  private static final String OPERATOR = "operator-client";
  private static final String MASTERS = "/operation/institution-masters";
  private static final String CSV = "text/csv";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void anInstallationStartsWithAMasterInForce() throws IOException, InterruptedException {
    JsonNode versions = json(gateway.get(OPERATOR, MASTERS));
    JsonNode first = versions.get(versions.size() - 1);
    assertThat(first.get("version").asInt()).isEqualTo(1);
    assertThat(first.get("activatedAt").isNull()).isFalse();
    assertThat(first.get("rows").asInt()).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "MS932"})
  void aFileIsTakenInThenShownThenActivated(Charset encoding)
      throws IOException, InterruptedException {
    JsonNode proposed = json(propose(master(encoding, freshName())));
    int version = proposed.at("/version/version").asInt();
    assertThat(proposed.at("/version/state").asText()).isEqualTo("PROPOSED");
    assertThat(proposed.at("/version/proposedBy/name").asText()).isEqualTo(OPERATOR);
    assertThat(proposed.at("/counts/changed").asInt()).isEqualTo(1);
    assertThat(proposed.at("/counts/removed").asInt()).isZero();
    assertThat(proposed.at("/changes/0/institution").asText()).isEqualTo("0720600000001700");
    assertThat(proposed.at("/changes/0/columns/0/column").asText()).isEqualTo("機関名");
    assertThat(json(gateway.get(OPERATOR, MASTERS + "/" + version))).isEqualTo(proposed);

    JsonNode activated = json(activate(version));
    assertThat(activated.at("/version/state").asText()).isEqualTo("IN_FORCE");
    assertThat(activated.at("/version/activatedBy/institution").asText())
        .isEqualTo("0030099000021700");
    assertThat(health().get("version").asInt()).isEqualTo(version);
    assertThat(health().get("ageInDays").asInt()).isZero();
  }

  @Test
  void aStaleProposalIsNotActivated() throws IOException, InterruptedException {
    int first = version(propose(master(StandardCharsets.UTF_8, freshName())));
    int second = version(propose(master(StandardCharsets.UTF_8, freshName())));
    json(activate(first));
    assertRefused(activate(second), 409, ErrorCode.SYM_MASTER_STALE);
    assertThat(health().get("version").asInt()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "0", "-1", "latest", "99999999999"})
  void anUnknownVersionIsNotFound(String version) throws IOException, InterruptedException {
    assertRefused(
        gateway.get(OPERATOR, MASTERS + "/" + version), 404, ErrorCode.SYM_MASTER_UNKNOWN_VERSION);
    assertRefused(
        gateway.post(OPERATOR, MASTERS + "/" + version + "/activation", CSV, new byte[0]),
        404,
        ErrorCode.SYM_MASTER_UNKNOWN_VERSION);
  }

  @Test // JN-12
  void aBadFileIsToldLineByLineAndNothingOfItIsTaken() throws IOException, InterruptedException {
    JsonNode before = json(gateway.get(OPERATOR, MASTERS));
    String bad = new String(master(StandardCharsets.UTF_8, freshName()), StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        propose(
            bad.replaceFirst("\"9999/12/31 23:59\"", "\"秘密/12/31\"")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode fault = JSON.readTree(answer.body()).get("faults").get(0);
    assertThat(fault.get("line").asInt()).isEqualTo(2);
    assertThat(fault.get("column").asText()).isEqualTo("有効終了日時");
    assertThat(fault.get("errorCode").asText()).isEqualTo(ErrorCode.SYM_CSV_DATE.id());
    assertThat(fault.get("errorMessage").asText()).isEqualTo(ErrorCode.SYM_CSV_DATE.message());
    assertThat(answer.body()).doesNotContain("秘密");
    assertThat(json(gateway.get(OPERATOR, MASTERS))).isEqualTo(before);
    assertThat(kept(ErrorCode.SYM_CSV_DATE)).isPositive();
  }

  @Test
  void aFileOverTheLimitIsRefused() throws IOException, InterruptedException {
    assertRefused(propose(new byte[(8 << 20) + 1]), 413, ErrorCode.SYM_TOO_LARGE);
  }

  @Test
  void anotherContentTypeIsRefused() throws IOException, InterruptedException {
    assertRefused(
        gateway.post(OPERATOR, MASTERS, "application/xml", new byte[1]),
        415,
        ErrorCode.SYM_MEDIA_TYPE);
  }

  @ParameterizedTest // MS-09, MS-90
  @ValueSource(strings = {"municipal-client-0220104202101700", "network-client"})
  void nobodyButTheOperatorReachesTheOperation(String client)
      throws IOException, InterruptedException {
    assertRefused(gateway.get(client, MASTERS), 403, ErrorCode.SCM_FOREIGN_INSTITUTION);
    assertRefused(
        gateway.post(client, MASTERS, CSV, master(StandardCharsets.UTF_8, freshName())),
        403,
        ErrorCode.SCM_FOREIGN_INSTITUTION);
    assertRefused(
        gateway.post(client, MASTERS + "/1/activation", CSV, new byte[0]),
        403,
        ErrorCode.SCM_FOREIGN_INSTITUTION);
  }

  @Test // MS-09
  void aStrangerReachesNothingOfIt() throws IOException, InterruptedException {
    assertRefused(
        gateway.get("stranger-client", MASTERS), 403, ErrorCode.SCM_CLIENT_NOT_REGISTERED);
  }

  @ParameterizedTest // MS-90
  @CsvSource({
    "/municipal/provision-records",
    "/municipal/grants",
    "/municipal/approval-cases",
    "/network/permission-lists",
    "/network/0220104202101700/provision-requests",
    "/"
  })
  void theOperatorReachesNothingElse(String path) throws IOException, InterruptedException {
    assertRefused(gateway.get(OPERATOR, path), 403, ErrorCode.SCM_FOREIGN_INSTITUTION);
  }

  private HttpResponse<String> propose(byte[] file) throws IOException, InterruptedException {
    return gateway.post(OPERATOR, MASTERS, CSV, file);
  }

  private HttpResponse<String> activate(int version) throws IOException, InterruptedException {
    return gateway.post(
        OPERATOR, MASTERS + "/" + version + "/activation", "application/json", new byte[0]);
  }

  private JsonNode health() throws IOException, InterruptedException {
    return JSON.readTree(
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(gateway.managementUri("/actuator/health")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body())
        .at("/components/institutionMaster/details");
  }

  private long kept(ErrorCode code) {
    return gateway
        .database()
        .everything()
        .sql(
            """
            select count(*) from communication
             where institution_code = '0030099000021700'
               and message_type = '/operation/institution-masters' and error_code = ?
            """)
        .param(code.id())
        .query(Long.class)
        .single();
  }

  /** The one that comes with the server, with another name for one institution. */
  private static byte[] master(Charset encoding, String name) throws IOException {
    try (InputStream file =
        InstitutionMasterEndpointsIT.class.getResourceAsStream("/institutions/master.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("いろは健康保険組合", name)
          .getBytes(encoding);
    }
  }

  private static String freshName() {
    return "いろは健康保険組合 " + UUID.randomUUID();
  }

  private static int version(HttpResponse<String> answer) throws IOException {
    return json(answer).at("/version/version").asInt();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static void assertRefused(HttpResponse<String> answer, int status, ErrorCode code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(
            XmlMessages.read(Acknowledgement.class, answer.body().getBytes(StandardCharsets.UTF_8))
                .body()
                .errorCode())
        .isEqualTo(code.id());
  }
}
