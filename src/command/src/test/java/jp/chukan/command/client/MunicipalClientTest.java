package jp.chukan.command.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.command.certificates.TestAuthority;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MunicipalClientTest {
  @TempDir static Path keys;
  @TempDir Path files;

  private FakeGateway gateway;
  private MunicipalClient client;

  @BeforeAll
  static void issue() throws IOException {
    TestAuthority.issueMissing(keys, InstantSource.system(), new SecureRandom());
  }

  @BeforeEach
  void start() throws IOException {
    gateway = new FakeGateway(keys);
    client = gateway.client();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test // JN-01
  void showsTheCertificateOfTheInstitution() throws IOException {
    gateway.answer = "[]";
    client.provisionRecords();
    assertThat(gateway.peer).contains("CN=municipal-client-0220104202101700");
  }

  @Test
  void sendsTheMessageFirstThenTheAttachmentUnderItsName() throws IOException {
    gateway.answers(
        new ReplicaRegistrationResult(
            FakeGateway.header(ReplicaRegistrationResult.TYPE_ID),
            new ReplicaRegistrationResult.Body(1, 0, List.of())));
    var message = Files.writeString(files.resolve("m.xml"), "<message/>");
    var attachment = Files.writeString(files.resolve("DBM_20113_ATTACH_0.xml"), "<list/>");

    var result = client.register(message, attachment);

    assertThat(result.body().acceptedCount()).isEqualTo(1);
    assertThat(gateway.contentType).startsWith("multipart/form-data; boundary=");
    var boundary = gateway.contentType.substring(gateway.contentType.indexOf('=') + 1);
    assertThat(gateway.received)
        .isEqualTo(
            """
            --%1$s
            Content-Disposition: form-data; name="message"
            Content-Type: application/xml

            <message/>
            --%1$s
            Content-Disposition: form-data; name="attachment"; filename="DBM_20113_ATTACH_0.xml"
            Content-Type: application/xml

            <list/>
            --%1$s--
            """
                .formatted(boundary)
                .replace("\n", "\r\n"));
  }

  @Test
  void aRefusalIsReadWithItsReason() {
    gateway.status = 403;
    gateway.answers(
        new Acknowledgement(
            FakeGateway.header(Acknowledgement.TYPE_ID),
            new Acknowledgement.Body("SCM-0102", null, null, "他機関の証明書では操作できません。")));
    assertThatThrownBy(
            () ->
                client.acquireCodes(
                    new AffairCode("JM01000000001000"), List.of(new UnifiedAddresseeNumber("1"))))
        .isInstanceOfSatisfying(
            RefusedMessageException.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(403);
              assertThat(refusal.reason().errorCode()).isEqualTo("SCM-0102");
            });
    assertThat(gateway.received).contains("<IntegratedAddressNumber>000000000000001<");
  }
}
