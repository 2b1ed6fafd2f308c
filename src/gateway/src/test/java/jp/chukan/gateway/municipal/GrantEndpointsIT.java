package jp.chukan.gateway.municipal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("庁内の受付口: 職員の権限")
class GrantEndpointsIT {
  private static final String GRANTS = "/municipal/grants";
  private static final String CSV = "text/csv";
  private static final String ADACHI_CLIENT = "municipal-client-0220113121101700";
  private static final String HEADER = "ユーザーID,部署コード,事務コード,機能,有効開始日,有効終了日,理由\r\n";
  private static final String ROW =
      "test-user-01,3595115400,JM01000000121000,照会,2026/04/01,2027/03/31,児童手当の担当\r\n";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningGateway gateway = RunningGateway.shared();

  @AfterEach
  void withdrawEverything() throws IOException, InterruptedException {
    put(ADACHI_CLIENT, HEADER, StandardCharsets.UTF_8);
  }

  @ParameterizedTest // JN-36
  @ValueSource(strings = {"UTF-8", "MS932"})
  void theInstitutionSetsItsGrantsAndListsThem(Charset encoding)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = put(ADACHI_CLIENT, HEADER + ROW, encoding);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode report = JSON.readTree(gateway.get(ADACHI_CLIENT, GRANTS).body());
    assertThat(report).isEqualTo(JSON.readTree(answer.body()));
    assertThat(report.get("changedBy").asText()).isEqualTo(ADACHI_CLIENT);
    assertThat(report.get("grants")).hasSize(1);
    JsonNode grant = report.get("grants").get(0);
    assertThat(grant.get("user").asText()).isEqualTo("test-user-01");
    assertThat(grant.get("affair").asText()).isEqualTo("JM01000000121000");
    assertThat(grant.get("function").asText()).isEqualTo("INQUIRY");
    assertThat(grant.get("to").asText()).isEqualTo("2027-03-31");
    assertThat(grant.get("reason").asText()).isEqualTo("児童手当の担当");
  }

  @Test // MS-96
  void anotherInstitutionSeesNothingOfThem() throws IOException, InterruptedException {
    put(ADACHI_CLIENT, HEADER + ROW, StandardCharsets.UTF_8);
    assertThat(gateway.get("municipal-client-0220108220101700", GRANTS).body())
        .doesNotContain("児童手当の担当");
  }

  @Test // MU-07, JN-12
  void aBadFileIsToldLineByLineAndNothingOfItIsTaken() throws IOException, InterruptedException {
    put(ADACHI_CLIENT, HEADER + ROW, StandardCharsets.UTF_8);
    JsonNode before = JSON.readTree(gateway.get(ADACHI_CLIENT, GRANTS).body());
    HttpResponse<String> answer =
        put(
            ADACHI_CLIENT,
            HEADER + ROW.replace("2027/03/31", "2027/04/01"),
            StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode fault = JSON.readTree(answer.body()).get("faults").get(0);
    assertThat(fault.get("line").asInt()).isEqualTo(2);
    assertThat(fault.get("column").asText()).isEqualTo("有効終了日");
    assertThat(fault.get("errorCode").asText()).isEqualTo(ErrorCode.SCM_GRANT_FISCAL_YEAR.id());
    assertThat(JSON.readTree(gateway.get(ADACHI_CLIENT, GRANTS).body())).isEqualTo(before);
  }

  @Test // MS-09
  void nobodyButAMunicipalitySetsGrants() throws IOException, InterruptedException {
    for (String client : new String[] {"network-client", "operator-client"}) {
      HttpResponse<String> answer = put(client, HEADER + ROW, StandardCharsets.UTF_8);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(
              XmlMessages.read(
                      Acknowledgement.class, answer.body().getBytes(StandardCharsets.UTF_8))
                  .body()
                  .errorCode())
          .isEqualTo(ErrorCode.SCM_FOREIGN_INSTITUTION.id());
    }
  }

  private HttpResponse<String> put(String client, String content, Charset encoding)
      throws IOException, InterruptedException {
    return gateway.put(client, GRANTS, CSV, content.getBytes(encoding));
  }
}
