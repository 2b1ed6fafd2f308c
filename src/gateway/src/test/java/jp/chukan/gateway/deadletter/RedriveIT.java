package jp.chukan.gateway.deadletter;

import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.deadletter.LetterOutcome.Done;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.operation.QueueDepths;
import jp.chukan.gateway.operation.QueueDepths.QueueDepth;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import jp.chukan.gateway.testing.RunningGateway;
import org.apache.activemq.artemis.api.core.management.QueueControl;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A message dies in the real broker and comes back through its own queue. */
@DisplayName("滞留電文の再処理")
class RedriveIT {
  private static final Duration AT_MOST = Duration.ofSeconds(60);
  private static final String QUEUE = "provision.request." + TSUKUBA;
  private static final LetterReason REASON = new LetterReason("試験のため");
  private static final StaffIdentity ADMINISTRATOR =
      new StaffIdentity(
          TSUKUBA,
          new UserId("kanri01"),
          new DepartmentCode("D001"),
          Set.of(StaffRole.ADMINISTRATOR),
          true);

  private final RunningGateway gateway = RunningGateway.shared();
  private final ProvisionDraft draft = draft();
  private final ProvisionExchange exchange = new ProvisionExchange(gateway, draft);

  private ProvisionDraft draft() {
    ProvisionDraft fresh =
        new ProvisionDraft(
            gateway.keys().networkSigner(),
            gateway.keys().authority().decryptionKey(MINISTER, KeyKind.EC_P256),
            Clock.systemUTC().instant());
    fresh.provider = TSUKUBA;
    return fresh;
  }

  @BeforeEach
  void putAListInForce() throws IOException, InterruptedException {
    exchange.permit();
  }

  @AfterEach
  void letTheQueueRun() throws Exception {
    queue().resume();
  }

  @Test // MS-01, MS-02
  @DisplayName("リストが変わった後の再処理は、今日のリストで拒否する")
  void whatTheListPermitsNoMoreIsRefusedWhenItComesBack() throws Exception {
    exchange.askAbout(exchange.freshAddressee());
    DeadLetter letter = dies(draft.message());

    ProvisionDraft other = draft();
    other.procedure = new ProcedureCode("JT01010000001099");
    new ProvisionExchange(gateway, other).permit();
    redrive(letter);

    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(records()).containsExactly("REFUSED " + ErrorCode.TKY_NOT_ON_LIST.id()));
    assertThat(cases()).isZero();
    assertDone(letter);
  }

  @Test // MS-05
  void whatIsStillPermittedIsDecidedAsIfItHadJustCome() throws Exception {
    exchange.askAbout(exchange.freshAddressee());
    redrive(dies(draft.message()));
    await()
        .atMost(AT_MOST)
        .untilAsserted(() -> assertThat(records()).containsExactly("AWAITING_APPROVAL"));
    assertThat(cases()).isEqualTo(1);
  }

  @Test // MS-04, MS-13
  void whatWasTakenUpBeforeIsNotTakenUpAgain() throws Exception {
    byte[] message = draft.message();
    enqueue(message);
    await().atMost(AT_MOST).untilAsserted(() -> assertThat(records()).hasSize(1));
    DeadLetter letter = dies(message);
    redrive(letter);
    await().atMost(AT_MOST).untilAsserted(() -> assertDone(letter));
    await().atMost(AT_MOST).until(() -> depth().waiting() == 0);
    assertThat(records()).hasSize(1);
  }

  @Test // MS-93
  void theBrokerTellsHowMuchWaitsAndSinceWhen() throws Exception {
    queue().pause();
    enqueue(draft.message());
    await().atMost(AT_MOST).until(() -> depth().waiting() == 1);
    assertThat(depth().oldest()).isNotNull();
    assertThat(depth().consumers()).isPositive();
    assertThat(gateway.context().getBean(QueueDepths.class).all())
        .extracting(QueueDepth::queue)
        .contains("DLQ", "network.answer.0220104202101700", QUEUE)
        .noneMatch(name -> name.contains("management"))
        .isSorted();
    queue().resume();
    await().atMost(AT_MOST).until(() -> depth().waiting() == 0);
    assertThat(depth().oldest()).isNull();
  }

  /** The message lies in its queue, and the broker gives it up. */
  private DeadLetter dies(byte[] message) throws Exception {
    queue().pause();
    enqueue(message);
    await().atMost(AT_MOST).until(() -> queue().sendMessagesToDeadLetterAddress(null) == 1);
    queue().resume();
    return await().atMost(AT_MOST).until(this::letter, Optional::isPresent).orElseThrow();
  }

  private void enqueue(byte[] message) {
    gateway
        .context()
        .getBean(Flows.class)
        .enqueue(Flow.ACCEPT_PROVISION_REQUEST, TSUKUBA, message, UUID.randomUUID().toString());
  }

  private Optional<DeadLetter> letter() {
    return within(() -> bean(DeadLetters.class).page(false, 0, 50)).stream()
        .filter(letter -> draft.number.equals(letter.processingNumber()))
        .findFirst();
  }

  private void redrive(DeadLetter letter) {
    assertThat(bean(DecideDeadLetter.class).redrive(ADMINISTRATOR, letter.number(), REASON))
        .isInstanceOf(Done.class);
  }

  private void assertDone(DeadLetter letter) {
    assertThat(within(() -> bean(DeadLetters.class).find(letter.number())))
        .map(DeadLetter::state)
        .contains(LetterState.REDRIVEN);
  }

  private List<String> records() {
    return gateway
        .database()
        .everything()
        .sql(
            """
            select concat_ws(' ', outcome, error_code) from provision_record
             where processing_number = ?
            """)
        .param(draft.number.value())
        .query(String.class)
        .list();
  }

  private long cases() {
    return gateway
        .database()
        .everything()
        .sql("select count(*) from approval_case where processing_number = ?")
        .param(draft.number.value())
        .query(Long.class)
        .single();
  }

  private QueueDepth depth() {
    return bean(QueueDepths.class).all().stream()
        .filter(depth -> depth.queue().equals(QUEUE))
        .findFirst()
        .orElseThrow();
  }

  private QueueControl queue() {
    return (QueueControl)
        bean(EmbeddedActiveMQ.class)
            .getActiveMQServer()
            .getManagementService()
            .getResource(ResourceNames.QUEUE + QUEUE);
  }

  private <T> T within(java.util.function.Supplier<T> work) {
    return bean(InstitutionTransactions.class).within(TSUKUBA, work);
  }

  private <T> T bean(Class<T> type) {
    return gateway.context().getBean(type);
  }
}
