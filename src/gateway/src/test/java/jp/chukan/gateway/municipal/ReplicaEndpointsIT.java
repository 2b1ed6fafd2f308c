package jp.chukan.gateway.municipal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaInquiry;
import jp.chukan.contract.message.ReplicaInquiryResult;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.ResponseModeChange;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("副本の受付口")
class ReplicaEndpointsIT {
  private static final String CLIENT = "municipal-client-" + TestKeys.ADACHI;
  private static final String FILE = "DBM_20113_ATTACH_0.xml";
  private static final SpecificPersonalInformationCode HOUSEHOLD =
      new SpecificPersonalInformationCode("TM00000000000001");
  private static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  private static final UserId USER = new UserId("shimin01");

  private final RunningGateway gateway = RunningGateway.shared();

  @Test // MS-51, MS-57, MS-58
  void aRegistrationGoesFromTheSocketToTheReplicaAndIsSeenThere()
      throws IOException, InterruptedException {
    HttpResponse<String> registered =
        multipart(
            part("message", null, registration("E1")),
            part("attachment", FILE, attachment("E1", "701")));
    assertThat(registered.statusCode()).isEqualTo(200);
    ReplicaRegistrationResult result =
        XmlMessages.read(ReplicaRegistrationResult.class, bytes(registered));
    assertThat(result.body().acceptedCount()).isEqualTo(1);

    HttpResponse<String> held =
        post(
            "/municipal/response-modes",
            new ResponseModeChange(
                header("E2", ResponseModeChange.TYPE_ID),
                new ResponseModeChange.Body(
                    DEPARTMENT,
                    USER,
                    List.of(
                        new ResponseModeChange.Change(
                            new RecordIdentificationNumber("E2"),
                            new UnifiedAddresseeNumber("701"),
                            null,
                            "1",
                            null)))));
    assertThat(held.statusCode()).isEqualTo(200);
    assertThat(XmlMessages.read(Acknowledgement.class, bytes(held)).header().result())
        .isEqualTo(MessageHeader.ACCEPTED);

    HttpResponse<String> shown =
        post(
            "/municipal/replica-inquiries",
            new ReplicaInquiry(
                header("E3", ReplicaInquiry.TYPE_ID),
                new ReplicaInquiry.Body(
                    DEPARTMENT, USER, "登録内容の確認のため", new UnifiedAddresseeNumber("701"), HOUSEHOLD)));
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(XmlMessages.read(ReplicaInquiryResult.class, bytes(shown)).body().replicas())
        .singleElement()
        .satisfies(
            replica -> {
              assertThat(replica.responseMode()).isEqualTo(ResponseMode.APPROVAL_REQUIRED);
              assertThat(replica.publishedFrom()).isEqualTo(LocalDate.of(2026, 10, 1));
              assertThat(replica.items())
                  .extracting(ReplicaInquiryResult.Item::value)
                  .contains("1");
            });
  }

  @Test
  void partsThatAreMissingOutOfOrderOrUnknownAreRefused() throws IOException, InterruptedException {
    byte[] message = registration("E10");
    byte[] attachment = attachment("E10", "702");
    assertRefused(multipart(), 400, ErrorCode.SYM_MISSING_ELEMENT);
    assertRefused(multipart(part("message", null, message)), 400, ErrorCode.DBM_ATTACHMENT_MISSING);
    assertRefused(
        multipart(part("attachment", FILE, attachment), part("message", null, message)),
        400,
        ErrorCode.SYM_ELEMENT_ORDER);
    assertRefused(
        multipart(part("message", null, message), part("other", FILE, attachment)),
        400,
        ErrorCode.SYM_UNKNOWN_ELEMENT);
    assertRefused(
        multipart(part("message", null, message), part("attachment", "other.xml", attachment)),
        400,
        ErrorCode.DBM_ATTACHMENT_NAME);
    assertRefused(
        multipart(part("message", null, new byte[2 << 20]), part("attachment", FILE, attachment)),
        413,
        ErrorCode.SYM_TOO_LARGE);
  }

  @Test // MS-90
  void aRegistrationInTheNameOfAnotherInstitutionIsRefused()
      throws IOException, InterruptedException {
    HttpResponse<String> refused =
        gateway.post(
            "municipal-client-" + TestKeys.TSUKUBA,
            "/municipal/replicas",
            "multipart/form-data; boundary=of-a-test",
            body(
                part("message", null, registration("E20")),
                part("attachment", FILE, attachment("E20", "703"))));
    assertRefused(refused, 403, ErrorCode.SCM_FOREIGN_INSTITUTION);
  }

  @Test
  void aRefusalIsHeardEvenWhenMuchWasSent() throws IOException, InterruptedException {
    byte[] large = new byte[32 << 20];
    Arrays.fill(large, (byte) ' ');
    assertRefused(
        multipart(part("message", null, registration("E30")), part("attachment", "x.xml", large)),
        400,
        ErrorCode.DBM_ATTACHMENT_NAME);
  }

  private static void assertRefused(HttpResponse<String> response, int status, ErrorCode code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(XmlMessages.read(Acknowledgement.class, bytes(response)).body().errorCode())
        .isEqualTo(code.id());
  }

  private HttpResponse<String> post(String path, Message message)
      throws IOException, InterruptedException {
    return gateway.post(CLIENT, path, "application/xml", XmlMessages.write(message));
  }

  private HttpResponse<String> multipart(byte[]... parts) throws IOException, InterruptedException {
    return gateway.post(
        CLIENT, "/municipal/replicas", "multipart/form-data; boundary=of-a-test", body(parts));
  }

  private static byte[] body(byte[]... parts) {
    var body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    body.writeBytes("--of-a-test--\r\n".getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private static byte[] part(String name, @Nullable String file, byte[] content) {
    var part = new ByteArrayOutputStream();
    part.writeBytes(
        ("--of-a-test\r\nContent-Disposition: form-data; name=\""
                + name
                + "\""
                + (file == null ? "" : "; filename=\"" + file + "\"")
                + "\r\nContent-Type: application/xml\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    return part.toByteArray();
  }

  private static byte[] registration(String id) {
    return XmlMessages.write(
        new ReplicaRegistrationRequest(
            header(id, ReplicaRegistrationRequest.TYPE_ID),
            new ReplicaRegistrationRequest.Body(DEPARTMENT, USER, FILE, "1")));
  }

  private static MessageHeader header(String id, String type) {
    return MessageHeader.request(
        new MessageId(id),
        type,
        new SystemIdentifier("T000113121"),
        new SystemIdentifier("K000000001"));
  }

  private static byte[] attachment(String record, String addressee) {
    return """
        <SPIRegistrationDeleteList>
        <SegmentOfRegistrationDelete>1</SegmentOfRegistrationDelete>
        <InformationOfSPIRegistrationDelete>
        <RecordIdentificationNumber>%s</RecordIdentificationNumber>
        <IntegratedAddressNumber>%s</IntegratedAddressNumber>
        <SpecificPersonalInformationCode>TM00000000000001</SpecificPersonalInformationCode>
        <DataSetIdentificationItemCode>TK00000000000100</DataSetIdentificationItemCode>
        <DataSetRecordKey>1</DataSetRecordKey>
        <SPIMajorVersion>1</SPIMajorVersion>
        <ParentDataSetRecordKey/>
        <PublicationDate>2026-10-01</PublicationDate>
        <PublishedEndDate/>
        <AdministrativeRegionCode/>
        <DuplicateCopyData><![CDATA[<DataSet>
        <TK00000000000101 Version="1" TimeAndDateOfUpdate="2026-10-01T09:00:00+09:00">1</TK00000000000101>
        </DataSet>]]></DuplicateCopyData>
        </InformationOfSPIRegistrationDelete>
        </SPIRegistrationDeleteList>
        """
        .formatted(record, addressee)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(HttpResponse<String> response) {
    return response.body().getBytes(StandardCharsets.UTF_8);
  }
}
