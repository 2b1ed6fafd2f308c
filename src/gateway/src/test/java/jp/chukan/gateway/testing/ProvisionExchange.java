package jp.chukan.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.ProvisionReceipt;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.permission.ListInForce;
import jp.chukan.gateway.permission.PermissionMatchingLists;

/** One exchange with the running server, from the side of the network. */
public final class ProvisionExchange {
  /** Edition of what is registered. */
  public static final LayoutEdition EDITION = new LayoutEdition("2");

  private static final String NETWORK_CLIENT = "network-client";
  private static final String CMS = "application/cms";

  private final RunningGateway gateway;
  private final ProvisionDraft draft;

  /**
   * @param draft what is asked; the test may still spoil it
   */
  public ProvisionExchange(RunningGateway gateway, ProvisionDraft draft) {
    this.gateway = gateway;
    this.draft = draft;
  }

  /** Puts a list in force that permits what the draft asks for, and nothing else. */
  public void permit() throws IOException, InterruptedException {
    int version =
        gateway
                .context()
                .getBean(PermissionMatchingLists.class)
                .inForce()
                .map(ListInForce::version)
                .orElse(0)
            + 1;
    PermittedInquiry entry =
        new PermittedInquiry(
            draft.inquirer,
            draft.affair,
            draft.procedure,
            draft.provider,
            draft.information,
            LocalDate.parse("2020-04-01"),
            null);
    byte[] list =
        XmlDocuments.write(
            new PermissionMatchingList(version, Clock.systemUTC().instant(), List.of(entry)));
    assertThat(
            gateway
                .post(
                    NETWORK_CLIENT,
                    "/network/permission-lists",
                    CMS,
                    gateway.keys().networkSigner().sign(list))
                .statusCode())
        .isEqualTo(200);
  }

  /** Makes this person of the provider the one whom the draft asks about. */
  public void askAbout(String addressee) {
    LinkageCode code = new LinkageCode("fictitious-" + draft.number);
    String institution = draft.provider.value();
    var jdbc = gateway.database().everything();
    jdbc.sql("insert into linkage_acquisition values (?, ?, ?, now())")
        .params(institution, addressee, ProvisionDraft.freshNumber().value())
        .update();
    jdbc.sql(
            """
            insert into linkage_acquisition_record (institution_code, record_number,
                addressee_number, affair_code, purpose, department_code, user_id, received_at)
            values (?, ?, ?, 'JM01000000001000', 'INFORMATION_LINKAGE', '3595115400', 'tester',
                    now())
            """)
        .params(institution, "flow-" + draft.number, addressee)
        .update();
    jdbc.sql("insert into linkage_code values (?, ?, ?, now())")
        .params(institution, addressee, code.value())
        .update();
    draft.person = code;
  }

  /** A number of a person that no other exchange uses. */
  public String freshAddressee() {
    return "000009%09d".formatted(Math.floorMod(draft.number.hashCode(), 1_000_000_000));
  }

  /** Registers a 「副本」 of {@link #freshAddressee} of what the draft asks for. */
  public void register(ItemCode dataSet, ResponseMode mode, List<Item> items)
      throws IOException, InterruptedException {
    String file = "DBM_20113_ATTACH_0.xml";
    MessageHeader header =
        MessageHeader.request(
            new MessageId(ProvisionDraft.freshNumber().value()),
            ReplicaRegistrationRequest.TYPE_ID,
            new SystemIdentifier("T000" + draft.provider.value().substring(4, 10)),
            new SystemIdentifier("K000000001"));
    byte[] message =
        XmlMessages.write(
            new ReplicaRegistrationRequest(
                header,
                new ReplicaRegistrationRequest.Body(
                    new DepartmentCode("3595119900"), new UserId("zeimu01"), file, "1")));
    HttpResponse<String> response =
        gateway.post(
            "municipal-client-" + draft.provider,
            "/municipal/replicas",
            "multipart/form-data; boundary=of-a-test",
            (part("message", message)
                    + part("attachment\"; filename=\"" + file, attachment(dataSet, mode, items))
                    + "--of-a-test--\r\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(
            XmlMessages.read(
                    ReplicaRegistrationResult.class,
                    response.body().getBytes(StandardCharsets.UTF_8))
                .body())
        .isEqualTo(new ReplicaRegistrationResult.Body(1, 0, List.of()));
  }

  private static String part(String name, byte[] content) {
    return "--of-a-test\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, new String(content, StandardCharsets.UTF_8));
  }

  private byte[] attachment(ItemCode dataSet, ResponseMode mode, List<Item> items)
      throws IOException {
    Instant updated = Instant.parse("2026-10-01T00:00:00Z");
    var bytes = new ByteArrayOutputStream();
    try (var writer =
        new RegistrationAttachmentWriter(
            bytes, Segment.REGISTRATION, SegmentPlace.BEFORE_RECORDS)) {
      writer.write(
          new RegistrationRecord(
              new RecordIdentificationNumber(ProvisionDraft.freshNumber().value()),
              new UnifiedAddresseeNumber(freshAddressee()),
              draft.information,
              dataSet,
              "1",
              EDITION,
              null,
              LocalDate.parse("2025-10-01"),
              null,
              null,
              mode,
              null,
              items.stream()
                  .map(item -> new ReplicaItem(item.code(), item.value(), "1", updated))
                  .toList()));
    }
    return bytes.toByteArray();
  }

  public void deliver() throws IOException, InterruptedException {
    assertThat(
            gateway
                .post(
                    NETWORK_CLIENT,
                    "/network/" + draft.provider + "/provision-requests",
                    CMS,
                    draft.message())
                .statusCode())
        .isEqualTo(202);
  }

  /** What the network signs when it has taken this answer. */
  public byte[] receipt(byte[] answer) {
    ProcessingNumber number = draft.number;
    return gateway
        .keys()
        .networkSigner()
        .sign(
            XmlMessages.write(
                new ProvisionReceipt(
                    MessageHeader.request(
                        new MessageId("receipt-of-a-test"),
                        ProvisionReceipt.TYPE_ID,
                        new SystemIdentifier("K000000009"),
                        new SystemIdentifier("K000000001")),
                    new ProvisionReceipt.Body(
                        number, Sha256.of(answer), Clock.systemUTC().instant()))));
  }

  /** What the interface system was sent for this exchange. */
  public Optional<byte[]> sentAnswer() {
    return gateway.network().findAll(postRequestedFor(anyUrl())).stream()
        .map(LoggedRequest::getBody)
        .filter(
            body ->
                answer(body)
                    .filter(answer -> answer.processingNumber().equals(draft.number))
                    .isPresent())
        .findFirst();
  }

  /** The answer in what was sent, its signature verified; empty when it is something else. */
  public Optional<ProvisionAnswer.Body> answer(byte[] body) {
    DocumentVerifier verifier =
        new DocumentVerifier(gateway.keys().authority().trustAnchors(), Clock.systemUTC());
    try {
      return Optional.of(
          XmlMessages.read(
                  ProvisionAnswer.class,
                  verifier.verify(new RawSignedDocument(body), draft.provider).content())
              .body());
    } catch (InvalidInputException somethingElse) {
      return Optional.empty();
    }
  }
}
