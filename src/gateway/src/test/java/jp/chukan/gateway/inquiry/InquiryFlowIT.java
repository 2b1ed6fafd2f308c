package jp.chukan.gateway.inquiry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.testing.InquiryAnswerDraft;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the outbox over the network and back, past an interface system that misbehaves first. */
@DisplayName("照会の流れ")
class InquiryFlowIT {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final String INQUIRIES = "/interface/inquiries";
  private static final String CMS = "application/cms";

  private final RunningGateway gateway = RunningGateway.shared();
  private final InquiryRow row = new InquiryRow();

  static Stream<Arguments> misbehaviours() {
    return Stream.of(
        Arguments.of("server-error", aResponse().withStatus(503)),
        Arguments.of("connection-reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("receipt-is-empty", aResponse().withStatus(200)),
        Arguments.of("receipt-is-garbage", aResponse().withBody("thank you")));
  }

  @ParameterizedTest(name = "{0}") // MS-21, MS-78, JN-02
  @MethodSource("misbehaviours")
  void anInquiryIsSentUntilItsReceiptIsKeptAndItsAnswerEndsIt(
      String name, ResponseDefinitionBuilder first) throws IOException, InterruptedException {
    accepted();
    misbehaveOnceThen(first, receipt(null));
    InquiryExchange.leave(gateway, row);
    awaitState(InquiryState.SENT);
    gateway.network().verify(2, postRequestedFor(urlEqualTo(INQUIRIES)).withRequestBody(mine()));

    InquiryAnswerDraft draft = draft();
    assertThat(post(draft.message())).isEqualTo(202);
    awaitState(InquiryState.PROVIDED);
    assertThat(get("/municipal/provision-records?processingNumber=" + row.number))
        .contains("\"side\":\"INQUIRER\"", "\"outcome\":\"PROVIDED\"")
        .doesNotContain(InquiryAnswerDraft.HEAD_NAME);
  }

  @Test // MS-78
  void aRefusalOfTheNetworkEndsTheInquiry() {
    accepted();
    misbehaveOnceThen(aResponse().withBody(receipt(ErrorCode.TKY_NOT_ON_LIST.id())), receipt(null));
    InquiryExchange.leave(gateway, row);
    awaitState(InquiryState.DECLINED);
  }

  @Test // JN-12, MS-78
  void aRefusedAnswerIsShownToTheInstitution() throws IOException, InterruptedException {
    row.state = InquiryState.SENT;
    row.insert(gateway.database().everything(), Clock.systemUTC().instant());
    InquiryAnswerDraft draft = draft();
    draft.providerSigner = draft.signer(ProvisionDraft.GOVERNOR);
    assertThat(post(draft.message())).isEqualTo(202);
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(get("/municipal/refused-answers"))
                    .contains(row.number.value(), ErrorCode.SKI_ANSWER_SIGNER.id()));
    assertThat(state()).isEqualTo(InquiryState.SENT);
  }

  private void accepted() {
    row.state = InquiryState.ACCEPTED;
    row.insert(gateway.database().everything(), Clock.systemUTC().instant());
  }

  private byte[] receipt(@org.jspecify.annotations.Nullable String errorCode) {
    OutgoingInquiry outgoing =
        Objects.requireNonNull(
            gateway.context().getBean(SendInquiry.class).prepare(row.institution, row.number));
    return SendInquiryIT.receipt(
        gateway.keys().networkSigner(), row.number, outgoing.digest(), errorCode);
  }

  private void misbehaveOnceThen(ResponseDefinitionBuilder first, byte[] receipt) {
    String scenario = row.number.value();
    gateway
        .network()
        .stubFor(
            com.github.tomakehurst.wiremock.client.WireMock.post(INQUIRIES)
                .withRequestBody(mine())
                .inScenario(scenario)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("recovered")
                .willReturn(first));
    gateway
        .network()
        .stubFor(
            com.github.tomakehurst.wiremock.client.WireMock.post(INQUIRIES)
                .withRequestBody(mine())
                .inScenario(scenario)
                .whenScenarioStateIs("recovered")
                .willReturn(aResponse().withHeader("Content-Type", CMS).withBody(receipt)));
  }

  /** The content of a SignedData stands in it as it is. */
  private com.github.tomakehurst.wiremock.matching.ContentPattern<?> mine() {
    return containing(row.number.value());
  }

  private InquiryAnswerDraft draft() {
    return new InquiryAnswerDraft(
        gateway.keys(),
        row.number,
        gateway.keys().decryptionKey(row.institution),
        row.provider,
        Clock.systemUTC().instant());
  }

  private int post(byte[] answer) throws IOException, InterruptedException {
    return gateway
        .post("network-client", "/network/" + row.institution + "/inquiry-answers", CMS, answer)
        .statusCode();
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = gateway.get("municipal-client-" + row.institution, path);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private void awaitState(InquiryState expected) {
    await().atMost(AT_MOST).untilAsserted(() -> assertThat(state()).isEqualTo(expected));
  }

  private InquiryState state() {
    return InquiryState.valueOf(
        gateway
            .database()
            .everything()
            .sql("select state from inquiry where processing_number = ?")
            .param(row.number.value())
            .query(String.class)
            .single());
  }
}
