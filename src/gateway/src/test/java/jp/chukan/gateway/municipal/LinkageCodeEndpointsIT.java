package jp.chukan.gateway.municipal;

import static java.util.Objects.requireNonNull;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest.Acquisition;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse;
import jp.chukan.contract.message.LinkageCodeNotice;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.permission.ListInForce;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From the list to the bound code, through the doors of the running server. */
@DisplayName("符号管理の受付口")
class LinkageCodeEndpointsIT {
  private static final String CLIENT = "municipal-client-" + ADACHI;
  private static final String OTHER_CLIENT = "municipal-client-0220108220101700";
  private static final String ENDPOINT = "/municipal/linkage-codes";
  private static final SystemIdentifier OWN_SYSTEM = new SystemIdentifier("T000113121");
  private static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");
  private static final AffairCode AFFAIR = new AffairCode("JM01000000001000");
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final RunningGateway gateway = RunningGateway.shared();

  @BeforeEach
  void putAListInForce() throws IOException, InterruptedException {
    assertThat(pushList(nextVersion()).statusCode()).isEqualTo(200);
  }

  @Test // MS-30, MS-32, MS-34, MS-80
  @DisplayName("要求から対応付けまで")
  void aNumberIsGivenAtOnceAndTheCodeIsBoundWhenItArrives()
      throws IOException, InterruptedException {
    ProcessingNumber number = acquire("9001");
    assertThat(state(CLIENT, number).body())
        .isEqualTo("{\"processingNumber\":\"%s\",\"state\":\"REQUESTED\"}".formatted(number));
    LinkageCode code = new LinkageCode("fictitious-" + number);
    assertThat(notify(number, code).statusCode()).isEqualTo(202);
    await()
        .atMost(AT_MOST)
        .untilAsserted(() -> assertThat(state(CLIENT, number).body()).contains("\"BOUND\""));
    // MS-39: the code itself is nobody's to read
    assertThat(state(CLIENT, number).body()).doesNotContain(code.value(), "9001");
    // MS-78: both messages are found by the number that ties them
    assertThat(gateway.get(CLIENT, "/municipal/communications?number=" + number).body())
        .contains("IF_FGU_10101_R01", "IF_FGU_10201_R01", "\"ACCEPTED\"")
        .doesNotContain(code.value());
  }

  @Test // MS-90, MS-96
  void anotherMunicipalityDoesNotSeeTheNumber() throws IOException, InterruptedException {
    ProcessingNumber number = acquire("9002");
    HttpResponse<String> response = state(OTHER_CLIENT, number);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(acknowledgement(response).body().errorCode())
        .isEqualTo(ErrorCode.FGU_UNKNOWN_PROCESSING_NUMBER.id());
  }

  @Test // JN-05
  void aNumberOfAnotherFormIsRefused() throws IOException, InterruptedException {
    HttpResponse<String> response = gateway.get(CLIENT, ENDPOINT + "/lowercase-number");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(acknowledgement(response).body().errorCode())
        .isEqualTo(ErrorCode.SYM_CODE_FORM.id());
  }

  @Test // MS-90
  void aRequestInTheNameOfAnotherSystemIsRefused() throws IOException, InterruptedException {
    HttpResponse<String> response = post(OTHER_CLIENT, request("9003"));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(acknowledgement(response).body().errorCode())
        .isEqualTo(ErrorCode.SCM_FOREIGN_INSTITUTION.id());
  }

  @Test // MS-31, JN-08
  @DisplayName("個人番号の要素は受け付けない")
  void anElementThatTheMessageDoesNotDefineIsRefused() throws IOException, InterruptedException {
    String xml = new String(XmlMessages.write(request("9004")), StandardCharsets.UTF_8);
    String withIndividualNumber =
        xml.replace("</Acquisition>", "<KojinNo>000000000000</KojinNo></Acquisition>");
    HttpResponse<String> response =
        gateway.post(
            CLIENT,
            ENDPOINT,
            "application/xml",
            withIndividualNumber.getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(acknowledgement(response).body().errorCode())
        .isEqualTo(ErrorCode.SYM_UNKNOWN_ELEMENT.id());
    assertThat(acknowledgement(response).body().element()).isEqualTo("KojinNo");
  }

  @Test // MS-01, MS-42
  void theListInForceIsShown() throws IOException, InterruptedException {
    int version = nextVersion();
    pushList(version);
    HttpResponse<String> response = gateway.get(CLIENT, "/municipal/permission-list");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains(
            "\"version\":" + version,
            "\"entries\":1",
            "\"publishedAt\":\"2026-11-01T00:00:00Z\"",
            "\"receivedAt\"");
    assertThat(pushList(version - 1).statusCode()).isEqualTo(400);
    assertThat(acknowledgement(pushList(version - 1)).body().errorCode())
        .isEqualTo(ErrorCode.SCM_LIST_OLDER.id());
  }

  @Test // MS-42
  void theHealthOfTheServerTellsWhichListIsInForce() throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(gateway.managementUri("/actuator/health")).build(),
                BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"permissionList\":{\"status\":\"UP\"", "\"version\":" + (nextVersion() - 1));
  }

  private ProcessingNumber acquire(String addressee) throws IOException, InterruptedException {
    HttpResponse<String> response = post(CLIENT, request(addressee));
    assertThat(response.statusCode()).isEqualTo(200);
    ProcessingNumber number =
        XmlMessages.read(
                LinkageCodeAcquisitionResponse.class,
                response.body().getBytes(StandardCharsets.UTF_8))
            .body()
            .results()
            .get(0)
            .processingNumber();
    return requireNonNull(number);
  }

  private static LinkageCodeAcquisitionRequest request(String addressee) {
    return new LinkageCodeAcquisitionRequest(
        MessageHeader.request(
            new MessageId("M-" + addressee),
            LinkageCodeAcquisitionRequest.TYPE_ID,
            OWN_SYSTEM,
            SERVER),
        new LinkageCodeAcquisitionRequest.Body(
            new DepartmentCode("3595115400"),
            new UserId("user-1"),
            List.of(
                new Acquisition(
                    new RecordIdentificationNumber("R-" + addressee),
                    new UnifiedAddresseeNumber(addressee),
                    AFFAIR,
                    AcquisitionPurpose.INFORMATION_LINKAGE))));
  }

  private HttpResponse<String> post(String certificate, Message message)
      throws IOException, InterruptedException {
    return gateway.post(certificate, ENDPOINT, "application/xml", XmlMessages.write(message));
  }

  private HttpResponse<String> state(String certificate, ProcessingNumber number)
      throws IOException, InterruptedException {
    return gateway.get(certificate, ENDPOINT + "/" + number);
  }

  private HttpResponse<String> notify(ProcessingNumber number, LinkageCode code)
      throws IOException, InterruptedException {
    LinkageCodeNotice notice =
        new LinkageCodeNotice(
            MessageHeader.request(
                new MessageId("N-" + number),
                LinkageCodeNotice.TYPE_ID,
                new SystemIdentifier("K000000009"),
                SERVER),
            new LinkageCodeNotice.Body(
                ADACHI, List.of(new LinkageCodeNotice.Notice(number, code))));
    return gateway.post(
        "network-client",
        "/network/" + ADACHI + "/linkage-codes",
        "application/cms",
        gateway.keys().networkSigner().sign(XmlMessages.write(notice)));
  }

  private int nextVersion() {
    return gateway
            .context()
            .getBean(PermissionMatchingLists.class)
            .inForce()
            .map(ListInForce::version)
            .orElse(1)
        + 1;
  }

  private HttpResponse<String> pushList(int version) throws IOException, InterruptedException {
    PermissionMatchingList list =
        new PermissionMatchingList(
            version,
            Instant.parse("2026-11-01T00:00:00Z"),
            List.of(
                new PermittedInquiry(
                    STRANGER,
                    AFFAIR,
                    new ProcedureCode("JT01010000001001"),
                    ADACHI,
                    new SpecificPersonalInformationCode("TM00000000000001"),
                    LocalDate.parse("2020-01-01"),
                    null)));
    return gateway.post(
        "network-client",
        "/network/permission-lists",
        "application/cms",
        gateway.keys().networkSigner().sign(XmlDocuments.write(list)));
  }

  private static Acknowledgement acknowledgement(HttpResponse<String> response) {
    return XmlMessages.read(
        Acknowledgement.class, response.body().getBytes(StandardCharsets.UTF_8));
  }
}
