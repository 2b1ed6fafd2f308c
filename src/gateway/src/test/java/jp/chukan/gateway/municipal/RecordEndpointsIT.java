package jp.chukan.gateway.municipal;

import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("情報提供等記録と送受信の記録の閲覧")
class RecordEndpointsIT {
  private static final String CLIENT = "municipal-client-" + TSUKUBA;
  private static final String OTHER_CLIENT = "municipal-client-0220113121101700";
  private static final Instant WHEN = Instant.parse("2026-11-02T01:00:00Z");
  private static final LinkageCode CODE = new LinkageCode("fictitious-code-of-a-record");

  private final RunningGateway gateway = RunningGateway.shared();
  private final ProcessingNumber number =
      gateway.context().getBean(SerialNumbers.class).nextProcessingNumber();

  @BeforeEach
  void keepARefusalInTheRecord() {
    gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .run(
            TSUKUBA,
            () -> {
              gateway.context().getBean(ProvisionRecords.class).append(refusedRecord());
              gateway
                  .context()
                  .getBean(CommunicationLog.class)
                  .append(
                      new Communication(
                          TSUKUBA,
                          Communication.Direction.RECEIVED,
                          STRANGER,
                          "IF_TKY_30101_R01",
                          number.value(),
                          ErrorCode.TKY_NOT_ON_LIST,
                          WHEN));
            });
  }

  @Test // MS-74, MS-78, JN-12
  @DisplayName("符号を除いて記録を見せる")
  void theInstitutionSeesItsRecordWithoutTheCode() throws IOException, InterruptedException {
    HttpResponse<String> response =
        gateway.get(CLIENT, "/municipal/provision-records?processingNumber=" + number);
    assertThat(response.body()).doesNotContain(CODE.value(), "linkageCode");
    JsonNode row = onlyRow(response);
    assertThat(row.get("processingNumber").asText()).isEqualTo(number.value());
    assertThat(row.get("inquirer").asText()).isEqualTo(STRANGER.value());
    assertThat(row.get("outcome").asText()).isEqualTo("REFUSED");
    assertThat(row.get("errorCode").asText()).isEqualTo("TKY-0108");
    assertThat(row.get("decidedAt").asText()).isEqualTo("2026-11-02T01:00:00Z");
  }

  @Test // MS-78, JN-02, JN-12
  void theInstitutionSeesItsCommunications() throws IOException, InterruptedException {
    JsonNode row = onlyRow(gateway.get(CLIENT, "/municipal/communications?number=" + number));
    assertThat(row.get("direction").asText()).isEqualTo("RECEIVED");
    assertThat(row.get("peer").asText()).isEqualTo(STRANGER.value());
    assertThat(row.get("messageType").asText()).isEqualTo("IF_TKY_30101_R01");
    assertThat(row.get("outcome").asText()).isEqualTo("REFUSED");
    assertThat(row.get("errorCode").asText()).isEqualTo("TKY-0108");
    assertThat(row.get("at").asText()).isEqualTo("2026-11-02T01:00:00Z");
  }

  @Test // MS-90, MS-96
  void anotherMunicipalitySeesNothingOfIt() throws IOException, InterruptedException {
    assertThat(
            gateway
                .get(OTHER_CLIENT, "/municipal/provision-records?processingNumber=" + number)
                .body())
        .isEqualTo("[]");
    assertThat(gateway.get(OTHER_CLIENT, "/municipal/communications?number=" + number).body())
        .isEqualTo("[]");
    assertThat(gateway.get(OTHER_CLIENT, "/municipal/provision-records").body())
        .doesNotContain(number.value());
  }

  @Test // MS-78
  void withoutANumberAllAreShown() throws IOException, InterruptedException {
    assertThat(gateway.get(CLIENT, "/municipal/provision-records").body()).contains(number.value());
    assertThat(gateway.get(CLIENT, "/municipal/communications").body()).contains(number.value());
  }

  @Test // MS-78
  void theNextRecordsComeAfterThePositionOfTheLast() throws IOException, InterruptedException {
    JsonNode all = rows(gateway.get(CLIENT, "/municipal/provision-records"));
    long first = all.get(0).get("position").asLong();
    JsonNode rest = rows(gateway.get(CLIENT, "/municipal/provision-records?after=" + first));
    assertThat(rest).hasSize(all.size() - 1);
    assertThat(rest).allMatch(row -> row.get("position").asLong() > first);
    long last = all.get(all.size() - 1).get("position").asLong();
    assertThat(rows(gateway.get(CLIENT, "/municipal/provision-records?after=" + last))).isEmpty();
  }

  @Test // MS-78
  void onlyTheRecordsOfOneSideAreShownWhenItIsAskedFor() throws IOException, InterruptedException {
    String path = "/municipal/provision-records?processingNumber=" + number + "&side=";
    assertThat(rows(gateway.get(CLIENT, path + "PROVIDER"))).hasSize(1);
    assertThat(rows(gateway.get(CLIENT, path + "INQUIRER"))).isEmpty();
  }

  @ParameterizedTest // JN-05
  @ValueSource(
      strings = {"side=provider", "side=", "after=-1", "after=x", "after=9999999999999999999"})
  void aSideOrAPositionOfAnotherFormIsRefused(String query)
      throws IOException, InterruptedException {
    HttpResponse<String> response = gateway.get(CLIENT, "/municipal/provision-records?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .contains(ErrorCode.SYM_CODE_FORM.id(), query.substring(0, query.indexOf('=')));
  }

  @Test // JN-05
  void aNumberOfAnotherFormIsRefused() throws IOException, InterruptedException {
    HttpResponse<String> response =
        gateway.get(CLIENT, "/municipal/communications?number=%27%20or%20true");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains(ErrorCode.SYM_CODE_FORM.id());
  }

  private static JsonNode onlyRow(HttpResponse<String> response) throws IOException {
    JsonNode rows = rows(response);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static JsonNode rows(HttpResponse<String> response) throws IOException {
    assertThat(response.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  private ProvisionRecord refusedRecord() {
    return new ProvisionRecord(
        TSUKUBA,
        RecordSide.PROVIDER,
        number,
        STRANGER,
        TSUKUBA,
        new AffairCode("JM01000000001000"),
        new ProcedureCode("JT01010000001001"),
        new SpecificPersonalInformationCode("TM00000000000001"),
        List.of(new ItemCode("TK00000000000101")),
        CODE,
        null,
        null,
        WHEN,
        WHEN,
        WHEN,
        RecordOutcome.REFUSED,
        ErrorCode.TKY_NOT_ON_LIST.id());
  }
}
