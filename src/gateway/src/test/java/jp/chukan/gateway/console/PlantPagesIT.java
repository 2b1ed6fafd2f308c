package jp.chukan.gateway.console;

import static jp.chukan.gateway.console.ConsoleBed.NOW;
import static jp.chukan.gateway.console.ConsoleBed.staff;
import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.staff.StaffRole.OPERATOR;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.gateway.deadletter.TestDeadLetters;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.door.TestDoor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("キュー、証明書、リストの差分、統計、ホーム")
class PlantPagesIT {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MARCH = LocalDate.of(2027, 3, 31);

  private ConsoleBed bed;
  private String letter;

  @BeforeEach
  void fill() {
    bed = new ConsoleBed();
    bed.fill();
    letter = "/console/queues/dead-letters/" + bed.letter();
  }

  @Test // JN-18, JN-19
  @DisplayName("破棄には理由が必要で、理由は操作ログに残る")
  void aLetterIsDiscardedWithAReason() throws Exception {
    MockHttpServletResponse missing = show(post(letter + "/discard"), staff(ADMINISTRATOR));
    assertThat(text(missing)).contains("理由を入力してください");
    assertThat(state()).isEqualTo("KEPT");

    MockHttpServletResponse done =
        show(post(letter + "/discard").param("reason", "二重に届いたため"), staff(ADMINISTRATOR));
    assertThat(done.getRedirectedUrl()).isEqualTo(letter);
    assertThat(state()).isEqualTo("DISCARDED");
    assertThat(operations("console.queues.discard")).containsExactly("DECISION true 二重に届いたため");
    assertThat(text(show(get(letter), staff(ADMINISTRATOR))))
        .contains("破棄")
        .contains("二重に届いたため")
        .contains("test-user-01")
        .doesNotContain("再処理する");
    assertThat(text(show(get("/console/queues"), staff(ADMINISTRATOR)))).contains("滞留電文はありません");
    assertThat(text(show(get("/console/queues?all=1"), staff(ADMINISTRATOR))))
        .contains(bed.letter());
  }

  @Test // JN-18
  void aRefusalIsToldOnThePageWithItsCode() throws Exception {
    show(post(letter + "/discard").param("reason", "試験"), staff(ADMINISTRATOR));
    MockHttpServletResponse again =
        show(post(letter + "/redrive").param("reason", "試験"), staff(ADMINISTRATOR));
    assertThat(again.getStatus()).isEqualTo(409);
    assertThat(text(again)).contains("SYM-0302");
    assertThat(operations("console.queues.redrive")).containsExactly("DECISION false 試験");
  }

  @Test
  void aLetterGoesBack() throws Exception {
    MockHttpServletResponse done =
        show(post(letter + "/redrive").param("reason", "復旧した"), staff(ADMINISTRATOR));
    assertThat(done.getRedirectedUrl()).isEqualTo(letter);
    assertThat(state()).isEqualTo("REDRIVING");
  }

  @Test // MS-96
  @DisplayName("他の機関の滞留電文は存在しないものとして答える")
  void theLetterOfAnotherInstitutionIsNotFound() throws Exception {
    StaffIdentity foreign = staff(TSUKUBA, ADMINISTRATOR);
    for (MockHttpServletRequestBuilder request :
        List.of(
            get(letter),
            post(letter + "/redrive").param("reason", "試験"),
            post(letter + "/discard").param("reason", "試験"))) {
      MockHttpServletResponse response = show(request, foreign);
      assertThat(response.getStatus()).isEqualTo(404);
      assertThat(text(response)).contains("SYM-0301").doesNotContain(ConsoleBed.NUMBER);
    }
    assertThat(text(show(get("/console/queues?all=1"), foreign))).doesNotContain(bed.letter());
    assertThat(state()).isEqualTo("KEPT");
  }

  @ParameterizedTest // MS-93, JN-20
  @EnumSource(value = StaffRole.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
  void onlyAnAdministratorDecides(StaffRole role) throws Exception {
    for (String deed : List.of("/redrive", "/discard")) {
      assertThat(show(post(letter + deed).param("reason", "試験"), staff(role)).getStatus())
          .isEqualTo(403);
    }
    assertThat(show(get(letter), staff(role)).getStatus()).isEqualTo(403);
    StaffIdentity weak =
        new StaffIdentity(
            ISHINOMAKI, staff().user(), staff().department(), Set.of(ADMINISTRATOR, role), false);
    assertThat(show(post(letter + "/redrive").param("reason", "試験"), weak).getStatus())
        .isEqualTo(403);
    assertThat(state()).isEqualTo("KEPT");
  }

  @Test // MS-93
  @DisplayName("運用事業者には件数だけが見える")
  void theOperatorSeesCountsOfQueuesAndLettersOnly() throws Exception {
    assertThat(text(show(get("/console/queues"), staff(PLATFORM, OPERATOR))))
        .contains("provision.request." + ISHINOMAKI)
        .contains("宮城県石巻市")
        .contains("提供要求への回答")
        .doesNotContain(bed.letter())
        .doesNotContain(ConsoleBed.NUMBER);
  }

  @Test
  void whatALetterSaysIsShownToNobody() throws Exception {
    for (String page : List.of("/console/queues", letter)) {
      assertThat(text(show(get(page), staff(StaffRole.values()))))
          .doesNotContain(TestDeadLetters.CONTENT);
    }
  }

  @Test // MS-96
  void certificatesOfTheOwnInstitutionAreShownAndNoOthers() throws Exception {
    assertThat(text(show(get("/console/keys"), staff(AUDITOR))))
        .contains("15a1", "15a2", "key-id-15a1", "7日以内", "61日以上", "client-of-ishinomaki")
        .contains("1件あります")
        .doesNotContain("75b1")
        .doesNotContain("5e12e1")
        .doesNotContain("client-of-network");
    assertThat(text(show(get("/console/keys"), staff(PLATFORM, OPERATOR))))
        .contains("5e12e1", "60日以内", "client-of-network")
        .doesNotContain("15a1")
        .doesNotContain("client-of-ishinomaki");
  }

  @Test
  @DisplayName("版の差分は追加、削除、有効期間の変更に分かれる")
  void aVersionIsComparedWithTheOneBefore() throws Exception {
    bed.list(
        2,
        entry("JT01010000001001", MARCH.minusDays(1)),
        entry("JT01010000001002", null),
        entry("JT01010000001003", MARCH));
    bed.list(5, entry("JT01010000001001", MARCH), entry("JT01010000001002", null));

    String third = difference("5");
    assertThat(third).contains("第5版", "第2版", "JT01010000001001", "JT01010000001003");
    assertThat(third).contains("2026-04-01 – 2027-03-30", "2026-04-01 – 2027-03-31");
    assertThat(third).doesNotContain("JT01010000001002");
    assertThat(difference("5?kind=REMOVED"))
        .contains("JT01010000001003")
        .doesNotContain("JT01010000001001");
    assertThat(difference("5?kind=ADDED")).contains("該当する差分はありません");
    assertThat(difference("2?kind=ADDED"))
        .contains("JT01010000001002", "JT01010000001003")
        .doesNotContain("JT01010000001001");
    assertThat(difference("1")).contains("より前に受信した版はありません");
    assertThat(show(get("/console/permission-list/versions/3"), staff(AUDITOR)).getStatus())
        .isEqualTo(404);
  }

  @Test // MU-22
  void aLongDifferenceComesInPagesOfFifty() throws Exception {
    bed.list(
        2,
        IntStream.range(0, 60)
            .mapToObj(i -> entry("JT010100000020%02d".formatted(i), null))
            .toArray(PermittedInquiry[]::new));
    assertThat(difference("2?kind=ADDED"))
        .contains("JT01010000002049", "kind=ADDED&amp;page=1")
        .doesNotContain("JT01010000002050");
    assertThat(difference("2?kind=ADDED&page=1"))
        .contains("JT01010000002050", "JT01010000002059")
        .doesNotContain("JT01010000002049");
  }

  @Test // JN-23
  @DisplayName("統計の閲覧と出力は操作ログに残る")
  void eachLookAtStatisticsIsKept() throws Exception {
    show(get("/console/statistics?from=2026-10-01&to=2026-11-02"), staff(AUDITOR));
    show(
        post("/console/statistics/file").param("from", "2026-10-01").param("to", "2026-11-02"),
        staff(ADMINISTRATOR));
    show(get("/console/statistics?from=2026-01-01&to=2026-11-02"), staff(AUDITOR));
    assertThat(
            bed.database
                .everything()
                .sql(
                    """
                    select kind || ' ' || target from operation
                     where operation_function = 'console.statistics' order by id
                    """)
                .query(String.class)
                .list())
        .containsExactly("VIEW 2026-10-01/2026-11-02", "EXPORT 2026-10-01/2026-11-02");
  }

  @Test // JN-21, JN-37
  void aFileOfStatisticsLeavesWithAdministratorsAndOperatorsOnly() throws Exception {
    for (StaffRole role : List.of(OFFICER, APPROVER, AUDITOR)) {
      assertThat(show(post("/console/statistics/file"), staff(role)).getStatus()).isEqualTo(403);
    }
    assertThat(text(show(get("/console/statistics"), staff(AUDITOR)))).doesNotContain("CSVを取り出す");
    MockHttpServletResponse file = show(post("/console/statistics/file"), staff(ADMINISTRATOR));
    assertThat(file.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"statistics-2026-10-04-2026-11-02.csv\"");
    assertThat(text(file))
        .startsWith("\uFEFF\"種別\",\"日\"")
        .contains(
            "\"記録\",\"2026-10-31\",\"PROVIDER\",\""
                + ConsoleBed.AFFAIR
                + "\",\""
                + ConsoleBed.INFORMATION
                + "\",\"PROVIDED\",\"2\"")
        .contains("\"承認待ち\",\"2026-11-01\",\"\",\"\",\"\",\"\",\"1\",\"90\",\"90\",\"90\"")
        .doesNotContain(ConsoleBed.LINKAGE)
        .doesNotContain(ConsoleBed.PERSON.value());
  }

  @Test // MS-93, MS-96
  void anInstitutionCountsItselfAndTheOperatorAllOfThem() throws Exception {
    bed.ended(TSUKUBA, "ENDED002", 30, NOW.minusSeconds(86_400));
    bed.ended(TSUKUBA, "ENDED003", 600, NOW.minusSeconds(86_400));
    String own = text(show(get("/console/statistics"), staff(AUDITOR)));
    assertThat(own).contains("data-label=\"最長\">90分").doesNotContain("600分");
    assertThat(own)
        .contains(ConsoleBed.AFFAIR.value(), "特定個人情報名ごとの結果", ConsoleBed.INFORMATION.value());
    String all = text(show(get("/console/statistics"), staff(PLATFORM, OPERATOR)));
    assertThat(all)
        .contains("data-label=\"件数\">3<")
        .contains("data-label=\"中央値\">90分")
        .contains("data-label=\"最長\">600分")
        .contains(ConsoleBed.AFFAIR.value());
    assertThat(text(show(get("/console/statistics"), staff(TSUKUBA, AUDITOR))))
        .doesNotContain(ConsoleBed.AFFAIR.value());
  }

  @Test
  void theDayIsThatOfJapan() throws Exception {
    bed.ended(ISHINOMAKI, "ENDED004", 5, java.time.Instant.parse("2026-10-09T15:00:00Z"));
    bed.ended(ISHINOMAKI, "ENDED005", 5, java.time.Instant.parse("2026-10-10T14:59:59Z"));
    String html =
        text(show(get("/console/statistics?from=2026-10-10&to=2026-10-10"), staff(AUDITOR)));
    assertThat(html).contains("data-label=\"件数\">2<");
  }

  @Test // MU-22
  void aPeriodOfMoreThan92DaysIsNotShown() throws Exception {
    assertThat(text(show(get("/console/statistics?from=2026-01-01&to=2026-11-02"), staff(AUDITOR))))
        .contains("最長92日")
        .doesNotContain(ConsoleBed.AFFAIR.value());
  }

  @Test
  @DisplayName("ホームは役割ごとに確認が必要なことを示す")
  void homeTellsWhatNeedsAttention() throws Exception {
    bed.database
        .everything()
        .sql(
            """
            insert into staff_account (institution_code, user_id, display_name, department_code,
                roles, state, handle, applied_by, applied_at)
            values (?, 'waiting', '架空 職員', 'D001', '{OFFICER}', 'PENDING', sha256('x'), 'tester', ?)
            """)
        .params(ISHINOMAKI.value(), NOW.atOffset(ZoneOffset.UTC))
        .update();
    assertThat(home(staff(ADMINISTRATOR)))
        .contains("滞留電文 1件", "期限が近い証明書 1件", "アカウントの申請 1件", "照会許可照合リストが")
        .contains("href=\"/console/queues\"", "href=\"/console/keys\"");
    assertThat(home(staff(OFFICER)))
        .contains("3時間以内の承認待ち 1件", "回答期限を過ぎた照会 1件")
        .doesNotContain("滞留電文 1件")
        .doesNotContain("証明書 1件");
    assertThat(home(staff(PLATFORM, OPERATOR)))
        .contains("滞留電文 1件", "期限が近い証明書 1件")
        .doesNotContain("アカウントの申請");
    assertThat(home(staff(TSUKUBA, ADMINISTRATOR)))
        .doesNotContain("滞留電文 1件")
        .doesNotContain("アカウントの申請");
  }

  @Test // MS-11
  @DisplayName("ホームの件数は、本人が提供の権限を持つ事務の分だけである")
  void homeCountsTheCasesOfGrantedAffairsOnly() throws Exception {
    assertThat(home(staff(OFFICER)))
        .contains("<strong>3</strong> <span>件が承認待ち", "3時間以内の承認待ち 1件", "最も早い許可証の期限");
    bed.grants.inForce(ISHINOMAKI, ConsoleBed.grant(new AffairCode("JM01000000999000")));
    assertThat(home(staff(OFFICER)))
        .contains("<strong>0</strong> <span>件が承認待ち", "期限のある案件はありません")
        .doesNotContain("時間以内の承認待ち", "最も早い許可証の期限");
  }

  @Test
  void homeSaysWhenNothingNeedsAttention() throws Exception {
    assertThat(home(staff(TSUKUBA, OFFICER))).contains("確認が必要なことはありません");
  }

  private String home(StaffIdentity who) throws Exception {
    return text(show(get("/console"), who));
  }

  private String difference(String version) throws Exception {
    return text(show(get("/console/permission-list/versions/" + version), staff(AUDITOR)));
  }

  private static PermittedInquiry entry(String procedure, @Nullable LocalDate to) {
    return new PermittedInquiry(
        STRANGER,
        ConsoleBed.AFFAIR,
        new ProcedureCode(procedure),
        ISHINOMAKI,
        ConsoleBed.INFORMATION,
        APRIL,
        to);
  }

  private String state() {
    return bed.database
        .everything()
        .sql("select state from dead_letter")
        .query(String.class)
        .single();
  }

  private List<String> operations(String function) {
    return bed.database
        .everything()
        .sql(
            """
            select concat_ws(' ', kind, cast(succeeded as text), purpose) from operation
             where operation_function = ? order by id
            """)
        .param(function)
        .query(String.class)
        .list();
  }

  private MockHttpServletResponse show(MockHttpServletRequestBuilder request, StaffIdentity who)
      throws Exception {
    return bed.mvc.perform(request.with(TestDoor.as(who))).andReturn().getResponse();
  }

  private static String text(MockHttpServletResponse response) throws Exception {
    return response.getContentAsString(StandardCharsets.UTF_8);
  }
}
