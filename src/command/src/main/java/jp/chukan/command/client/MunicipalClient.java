package jp.chukan.command.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;

/**
 * One institution's connection to the gateway: HTTPS with the institution's certificate (JN-01).
 */
public final class MunicipalClient {
  private static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");
  private static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  private static final UserId USER = new UserId("chukan-client");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstitutionCode institution;
  private final GatewayConnection connection;

  private MunicipalClient(InstitutionCode institution, GatewayConnection connection) {
    this.institution = institution;
    this.connection = connection;
  }

  /**
   * @param gateway the gateway's HTTPS address
   * @param keys folder of the run's keys
   * @param institution whose certificate is shown
   */
  public static MunicipalClient connect(URI gateway, Path keys, InstitutionCode institution)
      throws IOException {
    return new MunicipalClient(
        institution,
        GatewayConnection.open(gateway, keys, "municipal-client-" + institution.value()));
  }

  /** What this institution asks of others. */
  public InquiryClient inquiries() {
    return new InquiryClient(connection, system());
  }

  /**
   * Registers or deletes 「副本」. The attachment is read while it is sent.
   *
   * @throws RefusedMessageException when nothing of it was taken
   */
  public ReplicaRegistrationResult register(Path message, Path attachment) throws IOException {
    var boundary = UUID.randomUUID().toString();
    var body =
        BodyPublishers.concat(
            BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"message\"\r\nContent-Type: application/xml\r\n\r\n"
                    .formatted(boundary)),
            BodyPublishers.ofFile(message),
            BodyPublishers.ofString(
                "\r\n--%s\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"%s\"\r\nContent-Type: application/xml\r\n\r\n"
                    .formatted(boundary, attachment.getFileName())),
            BodyPublishers.ofFile(attachment),
            BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
    var answer = post("/municipal/replicas", "multipart/form-data; boundary=" + boundary, body);
    return XmlMessages.read(ReplicaRegistrationResult.class, answer);
  }

  /**
   * Asks for the 「符号」 of these persons (MS-32).
   *
   * @throws RefusedMessageException when nothing of it was taken
   */
  public LinkageCodeAcquisitionResponse acquireCodes(
      AffairCode affair, List<UnifiedAddresseeNumber> persons) throws IOException {
    var request = UUID.randomUUID().toString();
    var acquisitions =
        IntStream.range(0, persons.size())
            .mapToObj(
                index ->
                    new LinkageCodeAcquisitionRequest.Acquisition(
                        new RecordIdentificationNumber(request.substring(0, 30) + "-" + index),
                        persons.get(index),
                        affair,
                        AcquisitionPurpose.INFORMATION_LINKAGE))
            .toList();
    var message =
        new LinkageCodeAcquisitionRequest(
            MessageHeader.request(
                new MessageId(request), LinkageCodeAcquisitionRequest.TYPE_ID, system(), SERVER),
            new LinkageCodeAcquisitionRequest.Body(DEPARTMENT, USER, acquisitions));
    var answer =
        post(
            "/municipal/linkage-codes",
            "application/xml",
            BodyPublishers.ofByteArray(XmlMessages.write(message)));
    return XmlMessages.read(LinkageCodeAcquisitionResponse.class, answer);
  }

  /** The institution's own 「情報提供等記録」. */
  public JsonNode provisionRecords() throws IOException {
    return get("/municipal/provision-records");
  }

  /**
   * All records of one side, page after page.
   *
   * @param side {@code INQUIRER} or {@code PROVIDER}
   */
  public void provisionRecords(String side, Consumer<JsonNode> each) throws IOException {
    long position = 0;
    for (var last = recordsAfter(side, position, each);
        last > position;
        last = recordsAfter(side, position, each)) {
      position = last;
    }
  }

  /** One page, record by record; returns the position of its last, or the same when it is empty. */
  private long recordsAfter(String side, long position, Consumer<JsonNode> each)
      throws IOException {
    long last = position;
    var path = "/municipal/provision-records?side=%s&after=%d".formatted(side, position);
    try (MappingIterator<JsonNode> records =
        JSON.readerFor(JsonNode.class)
            .readValues(connection.send(connection.request(path).build()))) {
      while (records.hasNextValue()) {
        var exchange = records.nextValue();
        each.accept(exchange);
        last = exchange.path("position").asLong();
      }
    }
    return last;
  }

  /** Those of one exchange. */
  public JsonNode provisionRecords(String processingNumber) throws IOException {
    return get("/municipal/provision-records?processingNumber=" + processingNumber);
  }

  /** The 「照会許可照合リスト」 in force. */
  public JsonNode permissionList() throws IOException {
    return get("/municipal/permission-list");
  }

  /** What waits for staff to decide. */
  public JsonNode approvalCases() throws IOException {
    return get("/municipal/approval-cases");
  }

  /** Who of the staff is granted what (JN-36). */
  public JsonNode grants() throws IOException {
    return get("/municipal/grants");
  }

  /**
   * Replaces all grants by those of a CSV.
   *
   * @return what is in force then
   * @throws RefusedFileException when it is not sound; the grants stay as they were
   */
  public JsonNode replaceGrants(String csv) throws IOException {
    return replaceGrants(BodyPublishers.ofString(csv));
  }

  /** Like {@link #replaceGrants(String)}, with a file in either encoding. */
  public JsonNode replaceGrants(Path file) throws IOException {
    return replaceGrants(BodyPublishers.ofFile(file));
  }

  private JsonNode replaceGrants(BodyPublisher csv) throws IOException {
    return JSON.readTree(
        connection.send(
            connection
                .request("/municipal/grants")
                .header("Content-Type", "text/csv")
                .PUT(csv)
                .build()));
  }

  private JsonNode get(String path) throws IOException {
    return JSON.readTree(connection.send(connection.request(path).build()));
  }

  private byte[] post(String path, String contentType, BodyPublisher body) throws IOException {
    return connection.send(
        connection.request(path).header("Content-Type", contentType).POST(body).build());
  }

  /** The municipality's own system, as the local installation knows it. */
  private SystemIdentifier system() {
    return new SystemIdentifier("T000" + institution.value().substring(4, 10));
  }
}
