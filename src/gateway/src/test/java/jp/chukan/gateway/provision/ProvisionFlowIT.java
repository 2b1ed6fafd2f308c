package jp.chukan.gateway.provision;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A request through the door, the queue, the decision and out again, or not out at all. */
@DisplayName("提供要求の流れ")
class ProvisionFlowIT {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final String CASES = "/municipal/approval-cases";
  private static final String CMS = "application/cms";

  private final RunningGateway gateway = RunningGateway.shared();
  private final ProvisionDraft draft =
      new ProvisionDraft(
          gateway.keys().networkSigner(),
          gateway.keys().authority().decryptionKey(MINISTER, KeyKind.EC_P256),
          Clock.systemUTC().instant());

  private final ProvisionExchange exchange = new ProvisionExchange(gateway, draft);

  @BeforeEach
  void putAListInForce() throws IOException, InterruptedException {
    draft.provider = ADACHI;
    exchange.permit();
  }

  @Test // MS-03, MS-74, MS-78
  void aRefusalLeavesAlongThePathAndItsReceiptIsKept() throws IOException, InterruptedException {
    exchange.deliver();
    byte[] sent =
        await().atMost(AT_MOST).until(exchange::sentAnswer, Optional::isPresent).orElseThrow();
    assertThat(exchange.answer(sent).orElseThrow().errorCode())
        .isEqualTo(ErrorCode.TKY_NOT_PROVIDED.id());
    gateway
        .network()
        .stubFor(
            post("/interface/answers")
                .withRequestBody(binaryEqualTo(sent))
                .willReturn(
                    aResponse().withHeader("Content-Type", CMS).withBody(exchange.receipt(sent))));
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(
                        gateway
                            .get(
                                "municipal-client-" + ADACHI,
                                "/municipal/communications?number=" + draft.number)
                            .body())
                    .contains("IF_TKY_30101_R01", "IF_TKY_30102_R01"));
    assertThat(
            gateway
                .get(
                    "municipal-client-" + ADACHI,
                    "/municipal/provision-records?processingNumber=" + draft.number)
                .body())
        .contains("\"REFUSED\"", ErrorCode.TKY_NOT_PROVIDED.id())
        .doesNotContain(draft.person.value());
  }

  @Test // MS-05, MS-08, MS-96
  void aHeldRequestIsShownToItsMunicipalityAndNothingLeaves()
      throws IOException, InterruptedException {
    exchange.askAbout(exchange.freshAddressee());
    exchange.deliver();
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () -> assertThat(cases("municipal-client-" + ADACHI)).contains(draft.number.value()));
    assertThat(cases("municipal-client-" + ADACHI))
        .contains("\"reason\":\"NO_REPLICA\"", "\"state\":\"AWAITING\"", "\"permitExpiresAt\":")
        .doesNotContain(draft.person.value());
    assertThat(cases("municipal-client-0220108220101700")).doesNotContain(draft.number.value());
    assertThat(gateway.get("network-client", CASES).statusCode()).isEqualTo(403);
    assertThat(
            gateway
                .post("municipal-client-" + ADACHI, CASES, "application/json", new byte[] {'1'})
                .statusCode())
        .isEqualTo(405);
    assertThat(exchange.sentAnswer()).isEmpty();
    assertThat(
            gateway
                .database()
                .everything()
                .sql("select count(*) from outbox where number = ?")
                .param(draft.number.value())
                .query(Long.class)
                .single())
        .isZero();
  }

  private String cases(String client) throws IOException, InterruptedException {
    return gateway.get(client, CASES).body();
  }
}
