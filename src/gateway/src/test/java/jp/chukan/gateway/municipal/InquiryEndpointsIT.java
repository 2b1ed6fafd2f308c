package jp.chukan.gateway.municipal;

import static java.util.Objects.requireNonNull;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.InquiryFileWriter;
import jp.chukan.contract.inquiryfile.InquiryLine;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import jp.chukan.contract.inquiryfile.ResultLine;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryResult;
import jp.chukan.contract.message.InquiryResultRequest;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Inquiring by message, by file and by folder, through the doors of the running server. Nobody here
 * has a grant, so that nothing leaves: what is refused is told as fully as what is not.
 */
@DisplayName("情報照会の受付口")
class InquiryEndpointsIT {
  private static final String CLIENT = "municipal-client-" + ADACHI;
  private static final String OTHER_CLIENT = "municipal-client-" + TSUKUBA;
  private static final SystemIdentifier OWN_SYSTEM = new SystemIdentifier("T000113121");
  private static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");
  private static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  private static final UserId USER = new UserId("user-without-grant");
  private static final AffairCode AFFAIR = new AffairCode("JM01000000001000");
  private static final ProcedureCode PROCEDURE = new ProcedureCode("JT01010000001001");
  private static final SpecificPersonalInformationCode INFORMATION =
      new SpecificPersonalInformationCode("TM00000000000001");
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final RunningGateway gateway = RunningGateway.shared();

  @Test // MS-22, MS-24
  @DisplayName("電文で照会し、結果を取得する")
  void aMessageIsAnsweredAtOnceAndItsResultFetched() throws IOException, InterruptedException {
    HttpResponse<String> response =
        gateway.post(
            CLIENT, "/municipal/inquiries", "application/xml", XmlMessages.write(request()));
    assertThat(response.statusCode()).isEqualTo(200);
    InquiryAcceptance acceptance = read(InquiryAcceptance.class, response);
    assertThat(acceptance.body().results().getFirst().errorCode())
        .isEqualTo(ErrorCode.SKI_OPERATOR_NOT_GRANTED.id());
    ReceptionNumber number = requireNonNull(acceptance.header().receptionNumber());
    InquiryResult result = read(InquiryResult.class, fetch(CLIENT, OWN_SYSTEM, number));
    assertThat(result.body().complete()).isTrue();
    assertThat(result.body().results().getFirst().status()).isEqualTo(InquiryStatus.REFUSED);
    // MS-90: the number is nothing to others
    HttpResponse<String> foreign = fetch(OTHER_CLIENT, new SystemIdentifier("T000108220"), number);
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(read(Acknowledgement.class, foreign).body().errorCode())
        .isEqualTo(ErrorCode.SKI_UNKNOWN_RECEPTION.id());
  }

  @Test // MS-24
  @DisplayName("ファイルで照会し、結果ファイルを取得する")
  void aFileIsTakenAndItsResultFileFetched() throws IOException, InterruptedException {
    String name = freshName();
    byte[] content = file(ADACHI);
    HttpResponse<String> taken = put(CLIENT, name, content);
    assertThat(taken.statusCode()).isEqualTo(202);
    ReceptionNumber number =
        requireNonNull(read(Acknowledgement.class, taken).header().receptionNumber());
    // MS-80
    assertThat(read(Acknowledgement.class, put(CLIENT, name, content)).header().receptionNumber())
        .isEqualTo(number);
    HttpResponse<String> conflict = put(CLIENT, name, "other\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(conflict.statusCode()).isEqualTo(409);
    String path = "/municipal/inquiry-files/" + number;
    assertThat(gateway.get(CLIENT, path).body())
        .contains(
            "\"receptionNumber\":\"" + number + "\"",
            "\"fileName\":\"" + name + "\"",
            "\"lines\":2",
            "\"complete\":true",
            "\"states\":{\"REFUSED\":2}");
    HttpResponse<byte[]> result = bytes(CLIENT, path + "/result?encoding=MS932");
    assertThat(result.headers().firstValue("Chukan-Complete")).contains("true");
    assertThat(result.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"" + name.replace(".DAT", "_RESULT.DAT") + "\"");
    List<ResultLine> lines = ResultFileReader.read(result.body(), ResultEncoding.MS932);
    assertThat(lines)
        .hasSize(2)
        .extracting(ResultLine::errorCode)
        .containsOnly(ErrorCode.SKI_OPERATOR_NOT_GRANTED);
    // MS-90, MS-96
    assertThat(gateway.get(OTHER_CLIENT, path).statusCode()).isEqualTo(404);
    assertThat(gateway.get(OTHER_CLIENT, path + "/result").statusCode()).isEqualTo(404);
    assertThat(gateway.get(CLIENT, path + "/result?encoding=EBCDIC").statusCode()).isEqualTo(400);
  }

  @Test // MS-24, JN-05
  @DisplayName("拒否したファイルは行と項目を返す")
  void aRefusedFileSaysWhichLineAndField() throws IOException, InterruptedException {
    HttpResponse<String> response = put(OTHER_CLIENT, freshName(), file(ADACHI));
    assertThat(response.statusCode()).isEqualTo(400);
    Acknowledgement.Body refusal = read(Acknowledgement.class, response).body();
    assertThat(refusal.errorCode()).isEqualTo(ErrorCode.SKI_SEVERAL_INSTITUTIONS.id());
    assertThat(refusal.record()).isEqualTo("1");
    assertThat(refusal.element()).isEqualTo("7 情報照会者機関コード");
  }

  @Test // MS-78
  void aNumberThatNobodyWasGivenIsUnknown() throws IOException, InterruptedException {
    assertThat(gateway.get(CLIENT, "/municipal/inquiries/UNKNOWN00000").statusCode())
        .isEqualTo(404);
    assertThat(gateway.get(CLIENT, "/municipal/inquiry-files/UNKNOWN00000").statusCode())
        .isEqualTo(404);
  }

  @Test // MS-24, MS-61
  @DisplayName("フォルダに置いたファイルの結果がフォルダに届く")
  void aFileInTheFolderIsTakenAndItsResultAppearsThere() throws IOException {
    String name = freshName();
    drop(ADACHI, name, file(ADACHI));
    Path result = folder(ADACHI, "out").resolve(name.replace(".DAT", "_RESULT.DAT"));
    await().atMost(AT_MOST).until(() -> Files.exists(result));
    assertThat(ResultFileReader.read(Files.readAllBytes(result), ResultEncoding.UTF_8)).hasSize(2);
    await().atMost(AT_MOST).until(() -> Files.notExists(folder(ADACHI, "in").resolve(name)));
    assertThat(Files.getPosixFilePermissions(folder(ADACHI, "in")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test // MS-24, MS-90, MU-19
  @DisplayName("他機関のフォルダに置いたファイルは拒否する")
  void aFileInTheFolderOfAnotherIsSetAsideWithTheReason() throws IOException {
    String name = freshName();
    drop(TSUKUBA, name, file(ADACHI));
    Path refused = folder(TSUKUBA, "refused").resolve(name);
    await().atMost(AT_MOST).until(() -> Files.exists(refused));
    assertThat(Files.readString(refused.resolveSibling(name + ".error.txt")))
        .contains("SKI-0117", "行: 1", "項目: 7 情報照会者機関コード");
    assertThat(Files.readAllBytes(refused)).isEqualTo(file(ADACHI));
    await().atMost(AT_MOST).until(() -> Files.notExists(folder(TSUKUBA, "in").resolve(name)));
  }

  /** As a client does: written under another name, then renamed. */
  private void drop(InstitutionCode institution, String name, byte[] content) throws IOException {
    Path unfinished = folder(institution, "in").resolve(name + ".tmp");
    Files.write(unfinished, content);
    Files.move(unfinished, unfinished.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path folder(InstitutionCode institution, String folder) {
    return Path.of(
            requireNonNull(
                gateway.context().getEnvironment().getProperty("chukan.exchange-folder")))
        .resolve(institution.value())
        .resolve(folder);
  }

  private static InquiryRequest request() {
    return new InquiryRequest(
        MessageHeader.request(
            new MessageId(UUID.randomUUID().toString()),
            InquiryRequest.TYPE_ID,
            OWN_SYSTEM,
            SERVER),
        new InquiryRequest.Body(
            DEPARTMENT,
            USER,
            List.of(
                new InquiryRequest.Inquiry(
                    new RecordIdentificationNumber(UUID.randomUUID().toString()),
                    new UnifiedAddresseeNumber("7001"),
                    AFFAIR,
                    PROCEDURE,
                    null,
                    null,
                    new ProviderDesignation(TSUKUBA.value()),
                    INFORMATION,
                    List.of(),
                    null,
                    null,
                    null))));
  }

  private static byte[] file(InstitutionCode inquirer) {
    return InquiryFileWriter.write(
            Instant.EPOCH, List.of(line(inquirer, "7001"), line(inquirer, "7002")))
        .firstEntry()
        .getValue();
  }

  private static InquiryLine line(InstitutionCode inquirer, String person) {
    return new InquiryLine(
        new AddresseeNumber(person),
        null,
        Instant.parse("2026-11-02T01:00:00Z"),
        DEPARTMENT,
        USER,
        inquirer,
        new NonDisclosureCode("0"),
        AFFAIR,
        PROCEDURE,
        null,
        null,
        new ProviderDesignation(TSUKUBA.value()),
        INFORMATION,
        null,
        null);
  }

  private static String freshName() {
    return "P640R110_20261102100000_%04d.DAT"
        .formatted(1 + Math.floorMod(UUID.randomUUID().hashCode(), 9_999));
  }

  private HttpResponse<String> fetch(
      String certificate, SystemIdentifier source, ReceptionNumber number)
      throws IOException, InterruptedException {
    InquiryResultRequest request =
        new InquiryResultRequest(
            MessageHeader.request(
                new MessageId(UUID.randomUUID().toString()),
                InquiryResultRequest.TYPE_ID,
                source,
                SERVER),
            new InquiryResultRequest.Body(DEPARTMENT, USER, number));
    return gateway.post(
        certificate, "/municipal/inquiry-results", "application/xml", XmlMessages.write(request));
  }

  private HttpResponse<String> put(String certificate, String name, byte[] content)
      throws IOException, InterruptedException {
    return gateway
        .client(certificate)
        .send(
            HttpRequest.newBuilder(gateway.uri("/municipal/inquiry-files/" + name))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> bytes(String certificate, String path)
      throws IOException, InterruptedException {
    return gateway
        .client(certificate)
        .send(HttpRequest.newBuilder(gateway.uri(path)).GET().build(), BodyHandlers.ofByteArray());
  }

  private static <T extends Message> T read(Class<T> type, HttpResponse<String> response) {
    return XmlMessages.read(type, response.body().getBytes(StandardCharsets.UTF_8));
  }
}
