package jp.chukan.gateway.network;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.ProvisionReceipt;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Outbox;
import jp.chukan.gateway.kernel.OutgoingMessage;
import jp.chukan.gateway.kernel.OutgoingQueue;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the outbox to the receipt, past an interface system that misbehaves first. */
@DisplayName("回答の送達")
class DeliveryIT {
  private static final String ANSWERS = "/interface/answers";

  private final RunningGateway gateway = RunningGateway.shared();
  private final ProcessingNumber number =
      gateway.context().getBean(SerialNumbers.class).nextProcessingNumber();
  private final byte[] answer = ("answer to " + number).getBytes(StandardCharsets.UTF_8);

  static Stream<Arguments> misbehaviours() {
    return Stream.of(
        Arguments.of("server-error", aResponse().withStatus(503)),
        Arguments.of("connection-reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("empty-response", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("receipt-is-garbage", aResponse().withBody("thank you")),
        Arguments.of("receipt-unsigned-xml", aResponse().withBody("<IF_TKY_30103_R01/>")));
  }

  @ParameterizedTest(name = "{0}") // MS-78, JN-02
  @MethodSource("misbehaviours")
  void anAnswerIsSentAgainUntilItsReceiptIsKept(String name, ResponseDefinitionBuilder first) {
    misbehaveOnceThen(first, receipt(gateway.keys().networkSigner(), answer));
    decide();
    awaitReceipt();
    gateway
        .network()
        .verify(2, postRequestedFor(urlEqualTo(ANSWERS)).withRequestBody(binaryEqualTo(answer)));
  }

  @Test // JN-27
  void aReceiptAboutAnotherAnswerIsNotBelieved() {
    misbehaveOnceThen(
        aResponse().withBody(receipt(gateway.keys().networkSigner(), new byte[] {1})),
        receipt(gateway.keys().networkSigner(), answer));
    decide();
    awaitReceipt();
    gateway
        .network()
        .verify(2, postRequestedFor(urlEqualTo(ANSWERS)).withRequestBody(binaryEqualTo(answer)));
  }

  @Test // JN-27
  void aReceiptSignedByAnImpostorIsNotBelieved() {
    Clock clock = Clock.systemUTC();
    DocumentSigner impostor =
        new DocumentSigner(
            TestAuthority.impostorAt(clock.instant()).signingKey(TestKeys.NETWORK), clock);
    misbehaveOnceThen(
        aResponse().withBody(receipt(impostor, answer)),
        receipt(gateway.keys().networkSigner(), answer));
    decide();
    awaitReceipt();
    gateway
        .network()
        .verify(2, postRequestedFor(urlEqualTo(ANSWERS)).withRequestBody(binaryEqualTo(answer)));
  }

  @Test
  void aBrokerThatRestartsInBetweenLosesNothing() throws IOException, InterruptedException {
    misbehaveOnceThen(aResponse().withStatus(503), receipt(gateway.keys().networkSigner(), answer));
    decide();
    int restarted =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(gateway.managementUri("/actuator/broker"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"action\":\"restart\"}"))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    assertThat(restarted).isEqualTo(200);
    awaitReceipt();
  }

  @Test
  @DisplayName("ネットワークへの接続は使い回す")
  void sendingsTakeTheConnectionOfTheFirst() {
    new DeliveryIT().deliver();
    int before = gateway.connections().opened();
    for (int more = 0; more < 4; more++) {
      new DeliveryIT().deliver();
    }
    assertThat(gateway.connections().opened() - before).isLessThanOrEqualTo(1);
  }

  private void deliver() {
    misbehaveOnceThen(aResponse().withStatus(503), receipt(gateway.keys().networkSigner(), answer));
    decide();
    awaitReceipt();
  }

  private void misbehaveOnceThen(ResponseDefinitionBuilder first, byte[] receipt) {
    String scenario = number.value();
    gateway
        .network()
        .stubFor(
            post(ANSWERS)
                .withRequestBody(binaryEqualTo(answer))
                .inScenario(scenario)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("recovered")
                .willReturn(first));
    gateway
        .network()
        .stubFor(
            post(ANSWERS)
                .withRequestBody(binaryEqualTo(answer))
                .inScenario(scenario)
                .whenScenarioStateIs("recovered")
                .willReturn(
                    aResponse().withHeader("Content-Type", "application/cms").withBody(receipt)));
  }

  private void decide() {
    gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .run(
            ISHINOMAKI,
            () ->
                gateway
                    .context()
                    .getBean(Outbox.class)
                    .put(
                        new OutgoingMessage(
                            ISHINOMAKI,
                            OutgoingQueue.ANSWER,
                            ProvisionAnswer.TYPE_ID,
                            number,
                            "answer:" + number,
                            answer,
                            null)));
  }

  private void awaitReceipt() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        gateway
                            .database()
                            .everything()
                            .sql(
                                "select count(*) from provision_receipt where processing_number = ?")
                            .param(number.value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1));
  }

  private byte[] receipt(DocumentSigner signer, byte[] about) {
    SystemIdentifier network = new SystemIdentifier("K000000009");
    SystemIdentifier server = new SystemIdentifier("K000000001");
    try {
      return signer.sign(
          XmlMessages.write(
              new ProvisionReceipt(
                  MessageHeader.request(
                      new MessageId("receipt-of-a-test"),
                      ProvisionReceipt.TYPE_ID,
                      network,
                      server),
                  new ProvisionReceipt.Body(
                      number,
                      MessageDigest.getInstance("SHA-256").digest(about),
                      Clock.systemUTC().instant()))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
