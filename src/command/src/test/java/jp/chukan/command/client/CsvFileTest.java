package jp.chukan.command.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import jp.chukan.command.certificates.TestAuthority;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvFileTest {
  private static final String REFUSED =
      """
      {"faults":[{"line":3,"column":"機関名","errorCode":"SYM-0206","errorMessage":"必須の項目が空です。"},
                 {"line":null,"column":null,"errorCode":"SYM-0203","errorMessage":"見出し"}]}
      """;

  @TempDir static Path keys;
  @TempDir Path files;

  private FakeGateway gateway;

  @BeforeAll
  static void issue() throws IOException {
    TestAuthority.issueMissing(keys, InstantSource.system(), new SecureRandom());
  }

  @BeforeEach
  void start() throws IOException {
    gateway = new FakeGateway(keys);
    gateway.answerHeaders.put("Content-Type", "application/json");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void theOperatorSendsAMasterWithACertificateOfItsOwn() throws IOException {
    gateway.answer = "{\"version\":{\"version\":2}}";
    assertThat(gateway.operator().propose(file()).at("/version/version").asInt()).isEqualTo(2);
    assertThat(gateway.method).isEqualTo("POST");
    assertThat(gateway.path).isEqualTo("/operation/institution-masters");
    assertThat(gateway.contentType).isEqualTo("text/csv");
    assertThat(gateway.received).isEqualTo("機関コード\r\n");
    assertThat(gateway.peer).contains(OperatorClient.CERTIFICATE);
  }

  @Test
  void theOperatorActivatesAVersion() throws IOException {
    gateway.answer = "{}";
    gateway.operator().activate(7);
    assertThat(gateway.method).isEqualTo("POST");
    assertThat(gateway.path).isEqualTo("/operation/institution-masters/7/activation");
  }

  @Test
  void aStaleVersionIsRefusedWithTheReason() {
    gateway.status = 409;
    gateway.answerHeaders.put("Content-Type", "application/xml");
    gateway.answers(
        new Acknowledgement(
            FakeGateway.header(Acknowledgement.TYPE_ID),
            new Acknowledgement.Body(ErrorCode.SYM_MASTER_STALE.id(), null, null, "古い版です。")));
    assertThatExceptionOfType(RefusedMessageException.class)
        .isThrownBy(() -> gateway.operator().activate(7))
        .returns(409, RefusedMessageException::status)
        .returns("SYM-0224", e -> e.reason().errorCode());
  }

  @Test
  void everyFaultOfAFileIsTold() {
    gateway.status = 400;
    gateway.answer = REFUSED;
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> gateway.operator().propose(file()))
        .satisfies(
            e ->
                assertThat(e.lines())
                    .containsExactly(
                        "Refused, nothing of the file was taken:",
                        "  line 3 機関名 SYM-0206 必須の項目が空です。",
                        "  SYM-0203 見出し"));
  }

  @Test // JN-36
  void theInstitutionReplacesAndListsItsGrants() throws IOException {
    gateway.answer =
        """
        {"number":3,"changedAt":"2026-11-02T01:00:00Z","changedBy":"a client","grants":[
         {"user":"test-user-01","department":"3595115400","affair":"JM01000000121000",
          "function":"PROVISION","from":"2026-04-01","to":"2027-03-31","reason":"児童手当の担当"}]}
        """;
    var report = gateway.client().replaceGrants(file());
    assertThat(gateway.method).isEqualTo("PUT");
    assertThat(gateway.path).isEqualTo("/municipal/grants");
    assertThat(gateway.contentType).isEqualTo("text/csv");
    assertThat(gateway.client().grants()).isEqualTo(report);
    assertThat(GrantReport.of(report))
        .containsExactly(
            "Set 3 of 2026-11-02T01:00:00Z, set by a client: 1 grants.",
            "  test-user-01          3595115400            JM01000000121000  提供  2026-04-01  2027-03-31  児童手当の担当");
  }

  @Test // JN-36
  void withoutGrantsTheListSaysSo() throws IOException {
    gateway.answer = "{\"number\":null,\"changedAt\":null,\"changedBy\":null,\"grants\":[]}";
    assertThat(GrantReport.of(gateway.client().grants()))
        .containsExactly("No grants were ever set.");
  }

  private Path file() throws IOException {
    return Files.writeString(files.resolve("any.csv"), "機関コード\r\n");
  }
}
