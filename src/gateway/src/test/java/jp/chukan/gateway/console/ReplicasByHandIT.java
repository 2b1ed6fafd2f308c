package jp.chukan.gateway.console;

import static jp.chukan.gateway.console.TerminalBed.PROPOSALS;
import static jp.chukan.gateway.console.TerminalBed.SEARCH;
import static jp.chukan.gateway.console.TerminalBed.question;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_NAME;
import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.gateway.staff.ConsoleStaff.Clerk;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Four people at their browsers, and what the network gets afterwards. */
@DisplayName("端末からの副本の訂正(画面)")
class ReplicasByHandIT {
  private static final String NAME = "item.TK00000000000102";

  private static TerminalBed bed;
  private static Clerk enterer;
  private static Clerk checker;
  private static Clerk secondChecker;
  private static Clerk approver;
  private static Clerk everything;

  @BeforeAll
  static void signIn() {
    bed = new TerminalBed();
    enterer = bed.staff.withPassword(ISHINOMAKI, StaffRole.OFFICER);
    checker = bed.staff.withPassword(ISHINOMAKI, StaffRole.OFFICER);
    secondChecker = bed.staff.withPasskey(ISHINOMAKI, StaffRole.APPROVER);
    approver = bed.staff.withPasskey(ISHINOMAKI, StaffRole.APPROVER);
    everything = bed.staff.withPasskey(ISHINOMAKI, StaffRole.OFFICER, StaffRole.APPROVER);
    bed.staff.grant(ISHINOMAKI, enterer, checker, secondChecker, approver, everything);
  }

  @BeforeEach
  void directory() {
    bed.directoryAnswers();
  }

  private static String checked(String number) {
    assertThat(bed.decide(checker, number, "CONFIRM").statusCode()).isEqualTo(302);
    assertThat(bed.decide(secondChecker, number, "CONFIRM").statusCode()).isEqualTo(302);
    return number;
  }

  private static void approved(String number) {
    assertThat(bed.decide(approver, checked(number), "APPROVE").statusCode()).isEqualTo(302);
    assertThat(bed.state(number)).isEqualTo("APPROVED");
  }

  @Test // MS-54, MS-55, JN-38, MS-50, MU-13, MU-25
  @DisplayName("訂正した値が次の提供で返る")
  void whatFourPeopleCorrectedIsWhatTheNextInquirerGets() throws Exception {
    Exchange before = new Exchange();
    String person = before.exchange.freshAddressee();
    bed.register(person, "架空 世帯主");
    before.exchange.askAbout(person);
    assertThat(before.provided()).contains(new Item(HEAD_NAME, "架空 世帯主"));

    String number = bed.correct(enterer, person, "架空 訂正後");
    HttpResponse<String> page = bed.look(checker, number);
    assertThat(page.body()).contains("架空 世帯主", "架空 訂正後", "変更あり", "架空 太郎", person, "届出のとおり", "確認した");
    keep("proposal", page);
    keep("replica", checker.browser().submit(SEARCH, question(person)));
    approved(number);
    assertThat(bed.look(approver, number).body()).contains("承認済み").doesNotContain("承認する");

    Exchange after = new Exchange();
    after.draft.person = before.draft.person;
    assertThat(after.provided()).contains(new Item(HEAD_NAME, "架空 訂正後"));
  }

  /** One inquiry of 厚生労働大臣 about a citizen of 石巻市. */
  private static final class Exchange {
    private final DecryptionKey key =
        bed.gateway.keys().authority().decryptionKey(MINISTER, KeyKind.EC_P256);
    private final ProvisionDraft draft =
        new ProvisionDraft(bed.gateway.keys().networkSigner(), key, bed.staff.clock().instant());
    private final ProvisionExchange exchange = new ProvisionExchange(bed.gateway, draft);

    List<Item> provided() throws IOException, InterruptedException {
      exchange.permit();
      exchange.deliver();
      byte[] sent =
          await()
              .atMost(Duration.ofSeconds(60))
              .until(exchange::sentAnswer, Optional::isPresent)
              .orElseThrow();
      ProvisionAnswer.Body answer = exchange.answer(sent).orElseThrow();
      DocumentVerifier verifier =
          new DocumentVerifier(bed.gateway.keys().authority().trustAnchors(), bed.staff.clock());
      byte[] content =
          new EnvelopeOpener(key, verifier, bed.staff.clock())
              .open(
                  Objects.requireNonNull(answer.envelope()),
                  new EnvelopeBinding(
                      draft.number,
                      draft.permitId,
                      MINISTER,
                      key.keyId(),
                      draft.profile,
                      draft.permitExpiresAt),
                  ISHINOMAKI)
              .content();
      return XmlDocuments.read(ProvidedInformation.class, content).items();
    }
  }

  @Test // MS-54
  @DisplayName("新しい副本の登録")
  void aNewReplicaIsRegisteredAtTheTerminal() {
    String person = bed.freshAddressee();
    String number = bed.enter(enterer, person, "REGISTRATION", Map.of(NAME, "架空 新規", "seen", ""));
    assertThat(bed.replicas(person)).isZero();
    approved(number);
    assertThat(bed.replicas(person)).isEqualTo(1);
    assertThat(checker.browser().submit(SEARCH, question(person)).body())
        .contains("架空 新規", "HAND-" + number, PROPOSALS + "/" + number);
  }

  @Test // MS-63
  @DisplayName("副本の削除")
  void aReplicaIsDeletedAtTheTerminal() {
    String person = bed.person("架空 世帯主");
    String number = bed.enter(enterer, person, "DELETION", Map.of());
    assertThat(bed.look(approver, number).body()).contains("この副本は削除され");
    approved(number);
    assertThat(bed.replicas(person)).isZero();
  }

  @Test // MS-05
  @DisplayName("自動応答不可の変更")
  void theFlagIsChangedAtTheTerminal() {
    String person = bed.person("架空 世帯主");
    approved(bed.enter(enterer, person, "RESPONSE_MODE", Map.of("mode", "APPROVAL_REQUIRED")));
    assertThat(checker.browser().submit(SEARCH, question(person)).body())
        .contains("自動応答不可", "架空 世帯主");
  }

  @Test // MS-54, MU-13
  @DisplayName("申請者・確認者・承認者は別人")
  void onePersonTakesOnePartOnly() {
    String person = bed.person("架空 世帯主");
    String number = bed.correct(everything, person, "架空 訂正後");
    assertThat(bed.look(everything, number).body()).doesNotContain("確認した", "承認する");
    assertRefused(bed.decide(everything, number, "CONFIRM"), 403, "DBM-0305");
    bed.decide(checker, number, "CONFIRM");
    assertRefused(bed.decide(checker, number, "CONFIRM"), 403, "DBM-0305");
    bed.decide(secondChecker, number, "CONFIRM");
    assertRefused(bed.decide(everything, number, "APPROVE"), 403, "DBM-0305");
    assertRefused(bed.decide(secondChecker, number, "APPROVE"), 403, "DBM-0305");
    assertRefused(bed.decide(checker, number, "APPROVE"), 403, "DBM-0302");
    assertThat(bed.state(number)).isEqualTo("CHECKED");
  }

  private static void assertRefused(HttpResponse<String> page, int status, String code) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
    assertThat(page.body()).contains(code);
  }

  @Test // JN-20
  @DisplayName("パスキーのない承認者は承認できない")
  void withoutAPasskeyNobodyApproves() {
    String number = checked(bed.correct(enterer, bed.person("架空 世帯主"), "架空 訂正後"));
    Clerk weak = bed.staff.withPassword(ISHINOMAKI, StaffRole.OFFICER, StaffRole.APPROVER);
    Clerk weaker = bed.staff.withPassword(ISHINOMAKI, StaffRole.APPROVER);
    bed.staff.grant(ISHINOMAKI, weak, weaker);
    assertRefused(bed.decide(weak, number, "APPROVE"), 403, "DBM-0303");
    assertThat(weaker.browser().get(PROPOSALS + "/" + number).statusCode()).isEqualTo(302);
    assertThat(bed.state(number)).isEqualTo("CHECKED");
  }

  @Test // MS-63, MS-93
  @DisplayName("運用事業者には開かない")
  void theOperatorReachesNothing() {
    String person = bed.person("架空 世帯主");
    String number = bed.correct(enterer, person, "架空 訂正後");
    Clerk operator = bed.staff.withPassword(PLATFORM, StaffRole.OPERATOR);
    Map<String, String> deletion = question(person);
    deletion.put("kind", "DELETION");
    deletion.put("recordKey", "1");
    operator.browser().get("/console");
    assertThat(operator.browser().get(SEARCH).statusCode()).isEqualTo(403);
    operator.browser().get("/console");
    assertThat(operator.browser().post(SEARCH, question(person)).statusCode()).isEqualTo(403);
    operator.browser().get("/console");
    assertThat(operator.browser().post(SEARCH + "/entry", deletion).statusCode()).isEqualTo(403);
    operator.browser().get("/console");
    assertThat(operator.browser().post(PROPOSALS, deletion).statusCode()).isEqualTo(403);
    assertThat(operator.browser().get(PROPOSALS + "/" + number).statusCode()).isEqualTo(403);
    assertThat(bed.replicas(person)).isEqualTo(1);
  }

  @Test // MS-55, MS-56
  @DisplayName("申請後に電文が届いた副本は承認できない")
  void aMessageInBetweenSendsTheProposalBackAndItIsEnteredAnew() {
    String person = bed.person("架空 世帯主");
    String number = checked(bed.correct(enterer, person, "架空 訂正後"));
    bed.register(person, "架空 電文");
    assertThat(bed.look(approver, number).body()).contains("申請の後に副本が変わりました");
    assertRefused(bed.decide(approver, number, "APPROVE"), 409, "DBM-0309");
    assertThat(bed.state(number)).isEqualTo("RETURNED");

    bed.look(enterer, number);
    HttpResponse<String> form =
        enterer.browser().post(PROPOSALS + "/" + number + "/revision", Map.of("purpose", "再申請"));
    assertThat(form.body()).contains("現在の値: 架空 電文", "value=\"架空 訂正後\"");
    Map<String, String> fields =
        TerminalBed.typed(form, person, "CORRECTION", Map.of(NAME, "架空 訂正後", "version", "4"));
    assertThat(enterer.browser().post(PROPOSALS + "/" + number + "/revised", fields).statusCode())
        .isEqualTo(302);
    approved(number);
  }

  @Test // MS-14, MS-51, JN-05
  @DisplayName("誤りは項目の場所に示され、入力は失われない")
  void aFaultIsToldAtItsItemAndNothingIsLost() {
    String person = bed.person("架空 世帯主");
    HttpResponse<String> form = bed.form(enterer, person, "CORRECTION");
    assertThat(form.body()).contains("世帯主氏名", "現在の値: 架空 世帯主", "1 世帯主", "100文字まで", "必須");
    keep("entry", form);
    HttpResponse<String> faulty =
        enterer
            .browser()
            .post(
                PROPOSALS,
                TerminalBed.typed(
                    form,
                    person,
                    "CORRECTION",
                    Map.of(NAME, "架空 訂正後", "item.TK00000000000101", "7", "reason", "理由はこれ")));
    assertRefused(faulty, 400, "DBM-0205");
    assertThat(faulty.body())
        .contains("id=\"fault-TK00000000000101\"", "value=\"架空 訂正後\"", "理由はこれ")
        .doesNotContain("id=\"fault-TK00000000000102\"");
    keep("entry-faulty", faulty);
  }

  @Test // MS-31, MS-45
  @DisplayName("個人番号と見なされる値は入力できない")
  void whatLooksLikeAnIndividualNumberIsRefusedEverywhere() {
    String person = bed.person("架空 世帯主");
    HttpResponse<String> form = bed.form(enterer, person, "CORRECTION");
    assertRefused(
        enterer
            .browser()
            .post(
                PROPOSALS,
                TerminalBed.typed(form, person, "CORRECTION", Map.of(NAME, "1234-5678-9018"))),
        400,
        "DBM-0209");
    assertRefused(
        enterer
            .browser()
            .post(
                PROPOSALS,
                TerminalBed.typed(
                    form,
                    person,
                    "CORRECTION",
                    Map.of(NAME, "架空 訂正後", "reason", "番号 123456789018"))),
        400,
        "DBM-0209");
    assertRefused(enterer.browser().submit(SEARCH, question("123456789018")), 400, "DBM-0209");
    assertThat(
            bed.gateway
                .database()
                .everything()
                .sql("select count(*) from operation where addressee_number like '%123456789018'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test // MS-96
  @DisplayName("他団体の申請は404")
  void anotherInstitutionFindsNothing() {
    String number = checked(bed.correct(enterer, bed.person("架空 世帯主"), "架空 訂正後"));
    Clerk foreigner = bed.staff.withPasskey(TSUKUBA, StaffRole.OFFICER, StaffRole.APPROVER);
    assertRefused(foreigner.browser().get(PROPOSALS + "/" + number), 404, "DBM-0301");
    foreigner.browser().get("/console");
    assertRefused(
        foreigner
            .browser()
            .post(
                PROPOSALS + "/" + number + "/step",
                Map.of("action", "APPROVE", "version", "3", "purpose", "確認")),
        404,
        "DBM-0301");
    assertThat(foreigner.browser().get(SEARCH + "?all=1").body()).doesNotContain(number);
    assertThat(bed.state(number)).isEqualTo("CHECKED");
  }

  @Test // MS-76, MU-26
  @DisplayName("目的と二つの識別情報がなければ表示しない")
  void nothingIsShownWithoutAPurposeAndTwoIdentifiers() {
    String person = bed.person("架空 世帯主");
    Map<String, String> noPurpose = question(person);
    noPurpose.put("purpose", " ");
    assertThat(enterer.browser().submit(SEARCH, noPurpose).body())
        .contains("目的を入力してください")
        .doesNotContain("架空 世帯主");
    Map<String, String> otherDay = question(person);
    otherDay.put("birthDate", "1980-01-02");
    HttpResponse<String> other = enterer.browser().submit(SEARCH, otherDay);
    assertRefused(other, 400, "DBM-0313");
    assertThat(other.body()).doesNotContain("架空 世帯主", "架空 太郎");
    bed.directoryIsOut();
    assertRefused(enterer.browser().submit(SEARCH, question(person)), 503, "FGU-0106");
    assertThat(looks(person))
        .containsExactly("f " + TerminalBed.PURPOSE, "f " + TerminalBed.PURPOSE);

    bed.directoryAnswers();
    String number = bed.correct(enterer, person, "架空 訂正後");
    checker.browser().get(PROPOSALS + "/" + number);
    assertThat(checker.browser().post(PROPOSALS + "/" + number, Map.of("purpose", "")).body())
        .contains("目的を入力してください")
        .doesNotContain("架空 訂正後");
  }

  private static List<String> looks(String person) {
    return bed.gateway
        .database()
        .everything()
        .sql(
            """
            select concat_ws(' ', succeeded, purpose) from operation
             where operation_function = 'replica.look' and addressee_number = ? order by id
            """)
        .param(person)
        .query(String.class)
        .list();
  }

  @Test // MS-73
  @DisplayName("一覧は本人について何も示さない")
  void theListAndTheFirstPageSayNothingAboutThePerson() {
    String person = bed.person("架空 世帯主");
    String number = bed.correct(enterer, person, "架空 訂正後");
    HttpResponse<String> list = checker.browser().get(SEARCH);
    assertThat(list.body())
        .contains(number, "訂正", "確認待ち(1人目)", "住民票関係情報")
        .doesNotContain(person, "架空 世帯主", "架空 訂正後");
    keep("list", list);
    assertThat(checker.browser().get(PROPOSALS + "/" + number).body())
        .contains(number)
        .doesNotContain(person, "架空 世帯主", "架空 訂正後", "届出のとおり");
    assertThat(checker.browser().get("/console").body()).contains("件があなたの対応待ち");
  }

  @Test // MS-54
  void aReturnNeedsAReasonAndWhatWasTypedStays() {
    String number = bed.correct(enterer, bed.person("架空 世帯主"), "架空 訂正後");
    bed.look(checker, number);
    HttpResponse<String> page =
        checker
            .browser()
            .post(
                PROPOSALS + "/" + number + "/step",
                Map.of("action", "RETURN", "version", "1", "comment", " ", "purpose", "確認"));
    assertRefused(page, 400, "SYM-0107");
    assertThat(page.body()).contains("架空 訂正後", "id=\"comment-fault\"");
  }

  /** The pages as files below {@code target}, to be looked at. */
  private static void keep(String name, HttpResponse<String> page) {
    try {
      Path file = Path.of("target", "console", "terminal-" + name + ".html");
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, page.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
