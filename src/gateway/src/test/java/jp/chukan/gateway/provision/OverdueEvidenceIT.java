package jp.chukan.gateway.provision;

import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.seal.EvidenceGuard;
import jp.chukan.gateway.record.seal.EvidenceState;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The authority that should stamp the heads is out of reach for as long as this server runs. */
@DisplayName("証跡を保全できない間の情報提供")
class OverdueEvidenceIT {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofHours(4);
  private static final ItemCode PER_INCOME = new ItemCode("TK00000000002228");

  private static final RunningGateway gateway =
      RunningGateway.timed(List.of("--chukan.evidence.time-stamp.url=https://localhost:1/away"));

  private final TestClock clock = gateway.context().getBean(TestClock.class);

  @AfterAll
  static void stop() {
    gateway.stop();
  }

  @Test // MS-74, MS-79, JN-19
  @DisplayName("期限までは提供し、過ぎると提供せず、拒否を記録する")
  void nothingIsProvidedOnceTheLimitIsOver() throws IOException, InterruptedException {
    Instant first = clock.instant();
    assertThat(ask().errorCode()).isNull();
    clock.advance(Duration.ofSeconds(2));
    assertThat(state().waitingSince()).contains(first);

    clock.advance(LIMIT.minusSeconds(4));
    assertThat(state().left(clock.instant())).isEqualTo(Duration.ofSeconds(2));
    assertThat(ask().errorCode()).isNull();
    assertThat(health("evidence")).isEqualTo(200);
    assertThat(health("provision")).isEqualTo(200);

    clock.advance(Duration.ofSeconds(2));
    assertThat(state().isOverdue(clock.instant())).isTrue();
    assertThat(ask().errorCode()).isEqualTo(ErrorCode.TKM_EVIDENCE_OVERDUE.id());
    assertThat(askAboutNobody().errorCode()).isEqualTo(ErrorCode.TKM_EVIDENCE_OVERDUE.id());
    assertTakesRequestsAndProvidesNothing();
    assertThat(gateway.get("municipal-client-" + ADACHI, "/municipal/provision-records").body())
        .contains("\"REFUSED\"", ErrorCode.TKM_EVIDENCE_OVERDUE.id());
  }

  private static void assertTakesRequestsAndProvidesNothing()
      throws IOException, InterruptedException {
    assertThat(health("evidence")).isEqualTo(503);
    assertThat(health("provision")).isEqualTo(503);
    assertThat(health("readiness")).isEqualTo(200);
    assertThat(health("liveness")).isEqualTo(200);
  }

  /** Status of the answer at the management port. */
  private static int health(String part) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(gateway.managementUri("/actuator/health/" + part)).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private EvidenceState state() {
    return gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .within(
            ADACHI,
            () -> gateway.context().getBean(EvidenceGuard.class).state(ADACHI, clock.instant()));
  }

  private ProvisionAnswer.Body ask() throws IOException, InterruptedException {
    ProvisionExchange exchange = exchange();
    exchange.register(
        new ItemCode("TK00000000002000"),
        ResponseMode.AUTOMATIC,
        List.of(new Item(PER_INCOME, "128000")));
    exchange.askAbout(exchange.freshAddressee());
    return answer(exchange);
  }

  private ProvisionAnswer.Body askAboutNobody() throws IOException, InterruptedException {
    return answer(exchange());
  }

  private ProvisionExchange exchange() throws IOException, InterruptedException {
    ProvisionDraft draft =
        new ProvisionDraft(
            gateway.keys().networkSigner(),
            gateway.keys().authority().decryptionKey(MINISTER, KeyKind.EC_P256),
            clock.instant());
    draft.provider = ADACHI;
    draft.information = new SpecificPersonalInformationCode("TM00000000000002");
    draft.items = List.of(PER_INCOME);
    ProvisionExchange exchange = new ProvisionExchange(gateway, draft);
    exchange.permit();
    return exchange;
  }

  private static ProvisionAnswer.Body answer(ProvisionExchange exchange)
      throws IOException, InterruptedException {
    exchange.deliver();
    byte[] sent =
        await().atMost(AT_MOST).until(exchange::sentAnswer, Optional::isPresent).orElseThrow();
    return exchange.answer(sent).orElseThrow();
  }
}
