package jp.chukan.gateway.console;

import static jp.chukan.gateway.console.ConsoleBed.staff;
import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.staff.StaffRole.OPERATOR;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.door.TestDoor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("コンソールの画面")
class ConsolePagesIT {
  /** Every page by address, with the roles that it opens to; said here once more on purpose. */
  private static final Map<String, Set<StaffRole>> TABLE =
      Map.ofEntries(
          Map.entry("/console", Set.of(StaffRole.values())),
          Map.entry("/console/replicas", Set.of(OFFICER, APPROVER)),
          Map.entry("/console/replicas?all=1", Set.of(OFFICER, APPROVER)),
          Map.entry("/console/inquiries", Set.of(OFFICER, APPROVER)),
          Map.entry("/console/inquiries/" + ConsoleBed.RECEPTION, Set.of(OFFICER, APPROVER)),
          Map.entry("/console/exchanges", Set.of(OFFICER, APPROVER, AUDITOR)),
          Map.entry("/console/exchanges/" + ConsoleBed.NUMBER, Set.of(OFFICER, APPROVER, AUDITOR)),
          Map.entry("/console/records", Set.of(OFFICER, APPROVER, AUDITOR)),
          Map.entry("/console/permission-list", Set.of(AUDITOR, ADMINISTRATOR)),
          Map.entry("/console/institutions?text=0220", Set.of(ADMINISTRATOR)),
          Map.entry("/console/operations", Set.of(AUDITOR, ADMINISTRATOR)),
          Map.entry("/console/exports", Set.of(OFFICER, APPROVER, AUDITOR, ADMINISTRATOR)),
          Map.entry("/console/health", Set.of(OPERATOR)),
          Map.entry("/console/queues", Set.of(ADMINISTRATOR, OPERATOR)),
          Map.entry("/console/queues?all=1", Set.of(ADMINISTRATOR, OPERATOR)),
          Map.entry("/console/jobs", Set.of(ADMINISTRATOR, OPERATOR)),
          Map.entry("/console/keys", Set.of(AUDITOR, ADMINISTRATOR, OPERATOR)),
          Map.entry("/console/permission-list/versions/1", Set.of(AUDITOR, ADMINISTRATOR)),
          Map.entry("/console/statistics", Set.of(AUDITOR, ADMINISTRATOR, OPERATOR)),
          Map.entry("/console/statistics?from=x&to=y", Set.of(AUDITOR, ADMINISTRATOR, OPERATOR)));

  private static ConsoleBed full;
  private static ConsoleBed empty;

  @BeforeAll
  static void start() {
    full = new ConsoleBed();
    full.fill();
    empty = new ConsoleBed();
  }

  static Stream<Arguments> pagesAndRoles() {
    return TABLE.entrySet().stream()
        .flatMap(
            page ->
                Stream.of(StaffRole.values())
                    .map(
                        role -> Arguments.of(page.getKey(), role, page.getValue().contains(role))));
  }

  @ParameterizedTest // MS-93
  @MethodSource("pagesAndRoles")
  @DisplayName("画面は定められた役割にだけ開く")
  void aPageOpensToItsRolesOnly(String page, StaffRole role, boolean open) throws Exception {
    MockHttpServletResponse response = show(full, get(page), staff(role));
    assertThat(response.getStatus()).isEqualTo(open ? 200 : 403);
    if (!open) {
      assertThat(text(response)).contains("SCM-0601").doesNotContain(ConsoleBed.NUMBER);
    }
  }

  @Test // JN-20
  void aRoleThatNeedsAPasskeyOpensNothingWithoutOne() throws Exception {
    StaffIdentity weak =
        new StaffIdentity(
            ISHINOMAKI,
            staff(ADMINISTRATOR).user(),
            staff(ADMINISTRATOR).department(),
            Set.of(ADMINISTRATOR, APPROVER),
            false);
    for (String page : List.of("/console/inquiries", "/console/institutions")) {
      assertThat(show(full, get(page), weak).getRedirectedUrl()).isEqualTo("/console/passkey");
      assertThat(show(full, post(page), weak).getStatus()).isEqualTo(403);
    }
    assertThat(show(full, get("/console/health"), weak).getStatus()).isEqualTo(403);
  }

  static Stream<Arguments> pages() {
    return TABLE.keySet().stream()
        .flatMap(p -> Stream.of(Arguments.of(p, ""), Arguments.of(p, "en")));
  }

  @ParameterizedTest // MU-22
  @MethodSource("pages")
  void everyPageIsWholeAndLoadsNothingFromOutside(String page, String language) throws Exception {
    for (ConsoleBed bed : List.of(full, empty)) {
      MockHttpServletResponse response =
          show(bed, get(page).param("lang", language), staff(StaffRole.values()));
      assertThat(response.getStatus()).isIn(bed == full ? List.of(200) : List.of(200, 404));
      assertSound(text(response));
      keep(bed == full ? "full" : "empty", page + language, text(response));
    }
  }

  static void assertSound(String html) {
    assertThat(html)
        .doesNotContain("??")
        .doesNotContain(" style=")
        .doesNotContain("<style")
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern("(?i)\\son[a-z]+=")
        .doesNotContainPattern("(src|href|action|hx-get)=\"(?!/|#|\\?)")
        .doesNotContainPattern("[\"'(]https?://")
        .doesNotContain(ConsoleBed.EVIL)
        .doesNotContain("redacted")
        .doesNotContain(ConsoleBed.LINKAGE);
  }

  @Test // MS-93
  void theOperatorSeesNothingOfAnybody() throws Exception {
    for (String page :
        List.of(
            "/console",
            "/console/health",
            "/console/queues",
            "/console/jobs",
            "/console/keys",
            "/console/statistics")) {
      assertThat(text(show(full, get(page), staff(OPERATOR))))
          .doesNotContain(ConsoleBed.NUMBER)
          .doesNotContain(ConsoleBed.PERSON.value())
          .doesNotContain("承認待ちを開く");
    }
  }

  @Test // MS-96
  void theNumberOfAnotherInstitutionIsNotFound() throws Exception {
    for (String page :
        List.of(
            "/console/exchanges/" + ConsoleBed.NUMBER,
            "/console/inquiries/" + ConsoleBed.RECEPTION)) {
      MockHttpServletResponse response = show(full, get(page), staff(TSUKUBA, OFFICER));
      assertThat(response.getStatus()).isEqualTo(404);
      assertThat(text(response)).contains("SKI-0101");
    }
    assertThat(text(show(full, get("/console/records"), staff(TSUKUBA, AUDITOR))))
        .doesNotContain(ConsoleBed.NUMBER);
  }

  @Test
  void whatIsNoPageIsNotFoundInJapanese() throws Exception {
    MockHttpServletResponse response =
        show(full, get("/console/nothing/here"), staff(StaffRole.values()));
    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(text(response)).contains("見つかりませんでした。").contains("SCM-0602");
  }

  @Test
  void aNumberOfAnotherFormIsRefusedWithoutItsText() throws Exception {
    MockHttpServletResponse response =
        show(full, get("/console/exchanges/{n}", "bad-number"), staff(AUDITOR));
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(text(response)).contains("SYM-0108").doesNotContain("bad-number");
  }

  @Test // MS-76, MU-03
  @DisplayName("操作ログの検索には目的が必要")
  void theOperationLogIsNotSearchedWithoutAPurpose() throws Exception {
    String html =
        text(show(full, post("/console/operations").param("purpose", " "), staff(AUDITOR)));
    assertThat(html).contains("目的を入力してください").doesNotContain("test-user-02");
  }

  @Test // MS-73, MS-76, MU-03, JN-18
  @DisplayName("操作ログの検索そのものも記録される")
  void aSearchByPersonIsItselfInTheOperationLog() throws Exception {
    ConsoleBed bed = new ConsoleBed();
    bed.fill();
    String html =
        text(
            show(
                bed,
                post("/console/operations")
                    .param("addressee", ConsoleBed.PERSON.value())
                    .param("purpose", "監査のため"),
                staff(AUDITOR)));
    assertThat(html).contains("test-user-02").contains("&lt;script&gt;").contains("監査のため");
    assertSound(html);
    keep("full", "/console/operations-found", html);
    assertThat(
            bed.database
                .everything()
                .sql(
                    """
                    select user_id || ' ' || addressee_number || ' ' || purpose from operation
                     where operation_function = 'console.operations' and kind = 'VIEW'
                    """)
                .query(String.class)
                .list())
        .containsExactly("test-user-01 " + ConsoleBed.PERSON.value() + " 監査のため");
  }

  static Stream<Arguments> searches() {
    return Stream.of(
        Arguments.of("user", "test-user-02", true),
        Arguments.of("user", "test-user-03", false),
        Arguments.of("kind", "GRANT", true),
        Arguments.of("from", "2026-11-02", true),
        Arguments.of("from", "2026-11-03", false),
        Arguments.of("to", "2026-11-02", true),
        Arguments.of("to", "2026-11-01", false),
        Arguments.of("addressee", "900000000000002", false));
  }

  @ParameterizedTest // MU-03
  @MethodSource("searches")
  void theOperationLogIsSearchedByTimePersonAndKind(String field, String value, boolean found)
      throws Exception {
    String html =
        text(
            show(
                full,
                post("/console/operations").param(field, value).param("purpose", "点検"),
                staff(AUDITOR)));
    assertThat(html.contains("<td data-label=\"ユーザーID\">test-user-02</td>")).isEqualTo(found);
  }

  @Test
  @DisplayName("事務はコードと名称で示す")
  void anAffairIsShownByCodeAndName() throws Exception {
    assertThat(text(show(full, get("/console/records"), staff(AUDITOR))))
        .contains(ConsoleBed.AFFAIR.value(), "健康保険法第五条第二項の規定により厚生労働大臣が行うこととされた健康保険に関する事務");
    assertThat(text(show(full, get("/console/statistics"), staff(AUDITOR))))
        .contains("健康保険法第五条第二項の規定により");
  }

  @Test // JN-37
  void printingRecordsStatesAPurposeAndIsKept() throws Exception {
    ConsoleBed bed = new ConsoleBed();
    bed.fill();
    assertThat(text(show(bed, post("/console/records/print"), staff(AUDITOR))))
        .contains("目的を入力してください")
        .doesNotContain("出力日時");
    String html =
        text(show(bed, post("/console/records/print").param("purpose", "監査"), staff(AUDITOR)));
    assertThat(html).contains("出力日時").contains(ConsoleBed.NUMBER);
    assertSound(html);
    keep("full", "/console/records-print", html);
    assertThat(
            bed.database
                .everything()
                .sql("select count(*) from operation where operation_function like '%print'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test // MS-73
  void theTraceTellsEveryStepInOrder() throws Exception {
    String html = text(show(full, get("/console/exchanges/" + ConsoleBed.NUMBER), staff(AUDITOR)));
    assertThat(html.indexOf("受信")).isBetween(1, html.indexOf("情報提供等記録(提供者側)"));
    assertThat(html.indexOf("情報提供等記録(提供者側)")).isLessThan(html.indexOf("TKY-0108"));
  }

  @Test
  void aTupleIsTestedAgainstTheListInForce() throws Exception {
    String permitted = text(show(full, tuple("JT01010000001001"), staff(AUDITOR)));
    assertThat(permitted).contains("許可されています").contains("1行目");
    keep("full", "/console/permission-list-tested", permitted);
    assertThat(text(show(full, tuple("JT01010000001002"), staff(AUDITOR)))).contains("許可されていません");
    assertThat(text(show(empty, tuple("JT01010000001001"), staff(AUDITOR))))
        .contains("リストがないため許可されません");
    assertThat(text(show(full, tuple("bad"), staff(AUDITOR)))).contains("コードの形式が正しくありません");
  }

  private static MockHttpServletRequestBuilder tuple(String procedure) {
    return get("/console/permission-list")
        .param("inquirer", "0220113112101700")
        .param("affair", ConsoleBed.AFFAIR.value())
        .param("procedure", procedure)
        .param("provider", ISHINOMAKI.value())
        .param("information", ConsoleBed.INFORMATION.value());
  }

  private static MockHttpServletResponse show(
      ConsoleBed bed, MockHttpServletRequestBuilder request, StaffIdentity staff) throws Exception {
    return bed.mvc.perform(request.with(TestDoor.as(staff))).andReturn().getResponse();
  }

  private static String text(MockHttpServletResponse response) throws Exception {
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  /** The pages as files below {@code target}, to be looked at. */
  static void keep(String data, String page, String html) throws Exception {
    Path file = Path.of("target", "console", data + page.replaceAll("[^a-z0-9-]", "_") + ".html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, html);
  }
}
