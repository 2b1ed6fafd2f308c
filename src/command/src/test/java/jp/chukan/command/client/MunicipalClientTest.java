package jp.chukan.command.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.command.certificates.TestAuthority;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a TLS server that asks for a certificate and answers what the test wants. */
final class MunicipalClientTest {
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");

  @TempDir static Path keys;
  @TempDir Path files;

  private HttpsServer server;
  private MunicipalClient client;
  private int status = 200;
  private String answer = "";
  private String received = "";
  private String contentType = "";
  private String peer = "";

  @BeforeAll
  static void issue() throws IOException {
    TestAuthority.issueMissing(keys, InstantSource.system(), new SecureRandom());
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var context = ClientCertificate.context(keys, "gateway-server");
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext("/", exchange -> answer((HttpsExchange) exchange));
    server.start();
    client =
        MunicipalClient.connect(
            URI.create("https://localhost:" + server.getAddress().getPort()), keys, ISHINOMAKI);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test // JN-01
  void showsTheCertificateOfTheInstitution() throws IOException {
    answer = "[]";
    client.provisionRecords();
    assertThat(peer).contains("CN=municipal-client-0220104202101700");
  }

  @Test
  void sendsTheMessageFirstThenTheAttachmentUnderItsName() throws IOException {
    answer =
        written(
            new ReplicaRegistrationResult(
                header(ReplicaRegistrationResult.TYPE_ID),
                new ReplicaRegistrationResult.Body(1, 0, List.of())));
    var message = Files.writeString(files.resolve("m.xml"), "<message/>");
    var attachment = Files.writeString(files.resolve("DBM_20113_ATTACH_0.xml"), "<list/>");

    var result = client.register(message, attachment);

    assertThat(result.body().acceptedCount()).isEqualTo(1);
    assertThat(contentType).startsWith("multipart/form-data; boundary=");
    var boundary = contentType.substring(contentType.indexOf('=') + 1);
    assertThat(received)
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
    status = 403;
    answer =
        written(
            new Acknowledgement(
                header(Acknowledgement.TYPE_ID),
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
    assertThat(received).contains("<IntegratedAddressNumber>000000000000001<");
  }

  private static MessageHeader header(String type) {
    return new MessageHeader(
        new MessageId("1"),
        type,
        ExecutionMode.PRODUCTION,
        new SystemIdentifier("K000000001"),
        new SystemIdentifier("T000104202"),
        new ReceptionNumber("0".repeat(26)),
        MessageHeader.ACCEPTED);
  }

  private static String written(Message message) {
    return new String(XmlMessages.write(message), StandardCharsets.UTF_8);
  }

  private void answer(HttpsExchange exchange) throws IOException {
    peer = exchange.getSSLSession().getPeerPrincipal().getName();
    contentType = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
