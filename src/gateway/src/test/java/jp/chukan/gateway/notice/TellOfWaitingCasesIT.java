package jp.chukan.gateway.notice;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.notice.MailNoticeSettings.Addresses;
import jp.chukan.gateway.notice.MailNoticeSettings.Tls;
import jp.chukan.gateway.staff.ConsoleSettings;
import jp.chukan.gateway.testing.FollowedProgress;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("対応を待つ案件のメールでの通知")
class TellOfWaitingCasesIT {
  private static final String HEAD = "kachou@ishinomaki.example";
  private static final String OFFICER = "tantou@ishinomaki.example";
  private static final Duration INTERVAL = Duration.ofMinutes(15);
  private static TestDatabase database;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final TestClock clock = new TestClock();
  private final FollowedProgress progress = new FollowedProgress();
  private int cases;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated();
  }

  @BeforeEach
  void start() {
    server.start();
    database
        .everything()
        .sql("truncate notice_turn, told_case, approval_case, provision_request cascade")
        .update();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test // MU-11
  @DisplayName("件数とコンソールの場所だけを知らせる")
  void oneMailTellsHowManyWaitAndNothingOfAnyCase() throws Exception {
    String waiting = hold(ISHINOMAKI, "AWAITING");
    hold(ISHINOMAKI, "AWAITING");
    String prepared = hold(ISHINOMAKI, "PREPARED");
    hold(ISHINOMAKI, "APPROVED");
    assertThat(flow().tell(ISHINOMAKI, progress)).isTrue();
    MimeMessage mail = mails().getFirst();
    assertThat(mail.getRecipients(RecipientType.TO))
        .extracting(Object::toString)
        .containsExactly(HEAD, OFFICER);
    assertThat(mail.getFrom()[0]).hasToString("chukan@platform.example");
    assertThat(mail.getSubject()).isEqualTo("【中間サーバー】対応を待つ案件が3件あります");
    assertThat(mail.getContent().toString())
        .contains(
            "宮城県石巻市", "作成を待つ案件: 2件", "判断を待つ案件: 1件", "https://console.example/console/approvals")
        .doesNotContain(waiting, prepared, ProvisionDraft.MINISTER.value(), "PN");
  }

  @Test // MU-11
  void whatWasToldIsToldOnceAndEveryNextStepAnew() {
    String id = hold(ISHINOMAKI, "AWAITING");
    TellOfWaitingCases flow = flow();
    assertThat(flow.tell(ISHINOMAKI, progress)).isTrue();
    clock.advance(INTERVAL);
    assertThat(flow.tell(ISHINOMAKI, progress)).as("nothing new").isFalse();
    step(id, "PREPARED");
    assertThat(flow.tell(ISHINOMAKI, progress)).as("others have to act").isTrue();
    assertThat(mails()).hasSize(2);
  }

  @Test // MU-11
  void withinTheIntervalThereIsOneMail() {
    TellOfWaitingCases flow = flow();
    hold(ISHINOMAKI, "AWAITING");
    assertThat(flow.tell(ISHINOMAKI, progress)).isTrue();
    hold(ISHINOMAKI, "AWAITING");
    clock.advance(INTERVAL.minusMillis(1));
    assertThat(flow.tell(ISHINOMAKI, progress)).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(flow.tell(ISHINOMAKI, progress)).isTrue();
    assertThat(mails()).hasSize(2);
  }

  @Test // MS-96
  void eachInstitutionIsToldOfItsOwn() {
    hold(TSUKUBA, "AWAITING");
    assertThat(flow().tell(ISHINOMAKI, progress)).isFalse();
    assertThat(flow().tell(TSUKUBA, progress)).isTrue();
    assertThat(flow().tell(PLATFORM, progress)).as("has no addresses").isFalse();
  }

  @Test
  void whatCannotBeDecidedAnyMoreIsNotTold() {
    hold(ISHINOMAKI, "DECLINED");
    hold(ISHINOMAKI, "AWAITING");
    clock.advance(Duration.ofHours(1));
    assertThat(flow().tell(ISHINOMAKI, progress)).isFalse();
    assertThat(mails()).isEmpty();
  }

  @Test
  @DisplayName("メールサーバーが止まっていても処理は続き、後で知らせる")
  void aServerThatIsDownIsTriedAgain() {
    hold(ISHINOMAKI, "AWAITING");
    TellOfWaitingCases flow = flow();
    server.stop();
    assertThat(flow.tell(ISHINOMAKI, progress)).isFalse();
    assertThat(progress.faults()).containsExactly(ErrorCode.SYM_MAIL_NOT_TAKEN);
    assertThat(flow.tell(ISHINOMAKI, progress)).as("not at once").isFalse();
    assertThat(progress.faults()).as("and it is still wrong").hasSize(2);
    clock.advance(TellOfWaitingCases.RETRY);
    server.start();
    FollowedProgress later = new FollowedProgress();
    assertThat(flow(settings(true, Tls.NONE)).tell(ISHINOMAKI, later)).isTrue();
    assertThat(flow(settings(true, Tls.NONE)).tell(ISHINOMAKI, later)).isFalse();
    assertThat(later.faults()).isEmpty();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void nothingLeavesInPlainWhereTlsIsDemanded() {
    hold(ISHINOMAKI, "AWAITING");
    assertThat(flow(settings(true, Tls.STARTTLS)).tell(ISHINOMAKI, progress)).isFalse();
    clock.advance(TellOfWaitingCases.RETRY);
    assertThat(flow(settings(true, Tls.IMPLICIT)).tell(ISHINOMAKI, progress)).isFalse();
    assertThat(mails()).isEmpty();
  }

  @Test
  void whoDidNotTurnItOnIsToldNothing() {
    hold(ISHINOMAKI, "AWAITING");
    assertThat(flow(settings(false, Tls.NONE)).tell(ISHINOMAKI, progress)).isFalse();
    assertThat(mails()).isEmpty();
  }

  @Test
  void ofSeveralNodesOneTells() throws Exception {
    hold(ISHINOMAKI, "AWAITING");
    Callable<Boolean> node = () -> flow().tell(ISHINOMAKI, progress);
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Boolean> told =
          nodes.invokeAll(List.of(node, node, node, node)).stream()
              .map(future -> future.resultNow())
              .toList();
      assertThat(told).containsOnlyOnce(true);
    }
    assertThat(mails()).hasSize(1);
  }

  @Test
  void aConfigurationThatCouldTellNobodyDoesNotStart() {
    assertThatThrownBy(() -> settings("", List.of(addresses()), INTERVAL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings("chukan@platform.example", List.of(), INTERVAL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> settings("chukan@platform.example", List.of(addresses()), Duration.ofSeconds(59)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(settings(true, Tls.NONE).toString()).doesNotContain(HEAD);
  }

  // -- bed

  private TellOfWaitingCases flow() {
    return flow(settings(true, Tls.NONE));
  }

  private TellOfWaitingCases flow(MailNoticeSettings settings) {
    return new TellOfWaitingCases(
        settings,
        new NoticeMail(settings),
        new ToldCases(database.jdbc()),
        new ServedInstitutions(
            List.of(
                new ServedInstitutions.Institution(
                    ISHINOMAKI,
                    "宮城県石巻市",
                    new SystemIdentifier("T000104202"),
                    URI.create("https://localhost")))),
        new ConsoleSettings(
            0,
            "console.example",
            "https://console.example",
            PLATFORM,
            Duration.ofMinutes(5),
            5,
            Duration.ofMinutes(15)),
        database.transactions(),
        clock);
  }

  private MailNoticeSettings settings(boolean enabled, Tls tls) {
    return new MailNoticeSettings(
        enabled,
        "127.0.0.1",
        server.getSmtp().getPort(),
        tls,
        "",
        "",
        "chukan@platform.example",
        INTERVAL,
        List.of(addresses(), new Addresses(TSUKUBA, List.of("tantou@tsukuba.example"))));
  }

  private static MailNoticeSettings settings(
      String from, List<Addresses> addresses, Duration interval) {
    return new MailNoticeSettings(
        true, "localhost", 25, Tls.NONE, "", "", from, interval, addresses);
  }

  private static Addresses addresses() {
    return new Addresses(ISHINOMAKI, List.of(HEAD, OFFICER, HEAD));
  }

  private List<MimeMessage> mails() {
    // a mail to several stands once for each
    return Stream.of(server.getReceivedMessages())
        .collect(Collectors.toMap(TellOfWaitingCasesIT::id, mail -> mail, (one, same) -> one))
        .values()
        .stream()
        .toList();
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A case whose permit runs out in an hour. */
  private String hold(InstitutionCode institution, String state) {
    cases++;
    String id = "CASE%04d".formatted(cases);
    database
        .everything()
        .sql(
            """
            insert into provision_request
            values (:institution, :number, sha256('x'), :at);
            insert into approval_case (institution_code, case_id, processing_number, inquirer_code,
              affair_code, information_code, reason, state, received_at, permit_expires_at, request)
            values (:institution, :case, :number, :inquirer, :affair, 'TM00000000000001', 'FLAGGED',
              :state, :at, :expires, '')
            """)
        .param("institution", institution.value())
        .param("number", "PN2026110200%04d".formatted(cases))
        .param("case", id)
        .param("inquirer", ProvisionDraft.MINISTER.value())
        .param("affair", ProvisionDraft.AFFAIR.value())
        .param("state", state)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("expires", clock.instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  /** The case goes on, as by a step. */
  private void step(String id, String state) {
    database
        .everything()
        .sql(
            """
            alter table approval_case disable trigger by_step_only;
            update approval_case
               set state = :state, version = version + 1
             where case_id = :case;
            alter table approval_case enable trigger by_step_only
            """)
        .param("state", state)
        .param("case", id)
        .update();
  }
}
