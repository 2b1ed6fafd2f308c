package jp.chukan.gateway.console;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.chukan.gateway.staff.ConsoleStaff.Clerk;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.ProvisionDraft;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The register's file at the console and at the door of the municipality's systems. */
@DisplayName("突合の画面")
class ReconciliationPagesIT {
  private static final String LIST = "/console/reconciliations";
  private static final String FILE = LIST + "/file";
  private static final String REPLICAS = LIST + "/replicas";
  private static final String HOUSEHOLD = ProvisionDraft.RESIDENT_RECORD.value();
  private static final String HEADER =
      "IntegratedAddressNumber,DataSetRecordKey,PublicationDate,TK00000000000101,"
          + "TK00000000000102,TK00000000000103\r\n";
  private static final Map<String, String> FIELDS =
      Map.of("information", HOUSEHOLD, "form", "CSV", "items", "", "purpose", "副本の点検");

  private static TerminalBed bed;
  private static Clerk officer;
  private static Clerk approver;
  private static Clerk other;
  private static Clerk ungranted;

  @BeforeAll
  static void signIn() {
    bed = new TerminalBed();
    officer = bed.staff.withPassword(ISHINOMAKI, StaffRole.OFFICER);
    approver = bed.staff.withPasskey(ISHINOMAKI, StaffRole.APPROVER);
    other = bed.staff.withPasskey(ISHINOMAKI, StaffRole.APPROVER);
    ungranted = bed.staff.withPassword(ISHINOMAKI, StaffRole.OFFICER);
    bed.staff.grant(ISHINOMAKI, officer, approver, other);
  }

  private static byte[] register(String... rows) {
    return (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
  }

  private static String row(String person, String headName) {
    return "%s,1,2025-10-01,0,%s,子\r\n".formatted(person, headName);
  }

  /** Brings the file and waits for its comparison; returns the address of its page. */
  private static String compared(Browser browser, byte[] register) {
    browser.get(LIST);
    HttpResponse<String> answer = browser.upload(FILE, FIELDS, register);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String place = answer.headers().firstValue("Location").orElseThrow();
    assertThat(place).endsWith("?done=taken");
    String page = place.substring(place.indexOf(LIST), place.indexOf('?'));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !browser.get(page).body().contains("突合の順番を待っています"));
    return page;
  }

  @Test // MS-52, MS-51, MS-76, MS-54
  @DisplayName("取り込み、件数を見て、目的を述べて内容を見て、修正を申請する")
  void aFileIsTakenComparedLookedAtAndRepaired() {
    String different = bed.person("架空 世帯主");
    String missing = bed.freshAddressee();
    Browser browser = officer.browser();
    String page = compared(browser, register(row(different, "架空 違郎"), row(missing, "架空 不足")));
    String facts = browser.get(page).body();
    assertThat(facts)
        .contains("相違あり", "値の相違", "副本になし", "世帯主氏名")
        .doesNotContain(different, missing, "架空 違郎", "架空 世帯主");
    assertThat(browser.get(page + "?kind=DIFFERENT&item=TK00000000000102").body())
        .doesNotContain("<span class=\"state bad\">原本になし</span>");

    browser.get(page);
    assertThat(browser.post(page + "/findings", Map.of("purpose", " ")).body())
        .contains("目的を入力してください")
        .doesNotContain(different);
    HttpResponse<String> shown =
        browser.post(page + "/findings", Map.of("purpose", "副本の点検", "kind", "DIFFERENT"));
    assertThat(shown.body())
        .contains(different, "架空 違郎", "架空 世帯主")
        .doesNotContain(missing, "架空 不足");
    String finding =
        TerminalBed.found(Pattern.compile("name=\"finding\" value=\"([0-9]+)\""), shown.body());
    assertThat(
            browser
                .post(
                    page + "/proposals", Map.of("finding", finding, "reason", " ", "purpose", "点検"))
                .statusCode())
        .isEqualTo(400);
    HttpResponse<String> proposed =
        browser.post(
            page + "/proposals",
            Map.of("finding", finding, "reason", "原本のとおり", "purpose", "副本の点検"));
    assertThat(proposed.headers().firstValue("Location").orElseThrow())
        .endsWith("?done=proposed&refused=0");
    assertThat(browser.get(page + "?done=proposed").body())
        .contains("修正を申請しました", "/console/replicas/proposals/");
    assertThat(browser.get("/console/replicas").body()).contains("/console/replicas/proposals/");
  }

  @Test
  @DisplayName("画面のトークンのないファイルは読まない")
  void aFileWithoutTheTokenOfItsPageIsNotTaken() {
    Browser browser = officer.browser();
    assertThat(browser.get(LIST).body())
        .as("a browser sends the token first, and the file last")
        .containsPattern(
            "enctype=\"multipart/form-data\"[^>]*>\\s*<input type=\"hidden\" name=\"_csrf\"")
        .containsPattern("(?s)name=\"purpose\".*name=\"file\"");
    int before = runs();
    for (String token : List.of("", "made-up")) {
      browser.get(LIST);
      assertThat(browser.upload(FILE, FIELDS, register(row("1", "架空")), token).statusCode())
          .isEqualTo(403);
    }
    assertThat(runs()).isEqualTo(before);
  }

  private static int runs() {
    return bed.gateway
        .database()
        .everything()
        .sql("select count(*) from reconciliation")
        .query(Integer.class)
        .single();
  }

  @Test // MS-52, JN-05, JN-17
  @DisplayName("誤りのあるファイル、目的のない取込み、権限のない職員は、理由とともに断られる")
  void whatIsRefusedIsToldOnThePage() {
    Browser browser = officer.browser();
    int before = runs();
    browser.get(LIST);
    HttpResponse<String> faulty =
        browser.upload(FILE, FIELDS, register(row("900000000000001", "架空 123456789018")));
    assertThat(faulty.statusCode()).isEqualTo(400);
    assertThat(faulty.body()).contains("DBM-0209", "明細・行 2").doesNotContain("123456789018");
    Map<String, String> purposeless = new HashMap<>(FIELDS);
    purposeless.put("purpose", "");
    browser.get(LIST);
    assertThat(browser.upload(FILE, purposeless, register(row("1", "架空"))).statusCode())
        .isEqualTo(400);
    browser.get(LIST);
    assertThat(browser.post(FILE, FIELDS).statusCode()).isEqualTo(400);
    ungranted.browser().get(LIST);
    assertThat(ungranted.browser().upload(FILE, FIELDS, register(row("1", "架空"))).statusCode())
        .isEqualTo(403);
    assertThat(runs()).isEqualTo(before);
  }

  @Test // MS-52, JN-21, JN-22, JN-37
  @DisplayName("副本の出力は承認者だけができ、多ければ別の人の承認を待つ")
  void replicasLeaveForASuperiorAndManyOnlyWithApproval() {
    String person = bed.person("架空 出力");
    officer.browser().get(LIST);
    assertThat(officer.browser().post(REPLICAS, FIELDS).statusCode()).isEqualTo(403);
    Browser browser = approver.browser();
    browser.get(LIST);
    HttpResponse<String> csv = browser.post(REPLICAS, FIELDS);
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(csv.body()).startsWith("\uFEFF団体内統合宛名番号(").contains(person, "架空 出力");
    Map<String, String> asXml = new HashMap<>(FIELDS);
    asXml.put("form", "XML");
    browser.get(LIST);
    HttpResponse<String> xml = browser.post(REPLICAS, asXml);
    assertThat(xml.headers().firstValue("Content-Disposition").orElseThrow()).contains(".xml");
    assertThat(xml.body()).contains("<SPIRegistrationDeleteList>", person);
    Map<String, String> purposeless = new HashMap<>(FIELDS);
    purposeless.put("purpose", "");
    browser.get(LIST);
    assertThat(browser.post(REPLICAS, purposeless).statusCode()).isEqualTo(400);

    tookMuchToday(approver);
    browser.get(LIST);
    HttpResponse<String> asked = browser.post(REPLICAS, asXml);
    assertThat(asked.statusCode()).isEqualTo(302);
    String place = asked.headers().firstValue("Location").orElseThrow();
    String one = place.substring(place.indexOf("/console/exports"), place.indexOf('?'));
    browser.get(one);
    assertThat(browser.post(one + "/file", Map.of()).statusCode()).isEqualTo(409);
    assertThat(other.browser().get(one).body()).contains("住民票関係情報");
    assertThat(other.browser().post(one + "/approval", Map.of()).statusCode()).isEqualTo(302);
    browser.get(one);
    assertThat(browser.post(one + "/file", Map.of()).body()).contains(person);
    assertThat(operations(approver))
        .contains(
            "EXPORT console.reconciliation.replicas t 副本の点検",
            "DECISION export.applied t 副本の点検",
            "EXPORT export.taken t 副本の点検");
  }

  @Test // MS-52, JN-22, JN-37
  @DisplayName("見つかった相違も、出力の申請を通って取り出される")
  void findingsLeaveThroughTheSameGate() {
    String person = bed.person("架空 世帯主");
    String page = compared(approver.browser(), register(row(person, "=架空 違郎")));
    Browser browser = other.browser();
    browser.get(page);
    HttpResponse<String> file =
        browser.post(page + "/file", Map.of("purpose", "点検", "kind", "DIFFERENT"));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body())
        .contains("%s,TK00000000000100,1,TK00000000000102,'=架空 違郎,架空 世帯主,".formatted(person));
    tookMuchToday(other);
    browser.get(page);
    assertThat(
            browser
                .post(page + "/file", Map.of("purpose", "点検", "kind", "DIFFERENT"))
                .headers()
                .firstValue("Location")
                .orElseThrow())
        .contains("/console/exports/");
  }

  @Test // MS-52, MS-96, JN-17
  @DisplayName("業務システムは自団体の証明書で取り込み、件数だけを受け取る")
  void aSystemOfTheMunicipalityBringsTheFileAndGetsCountsOnly() throws Exception {
    String person = bed.person("架空 世帯主");
    HttpResponse<String> taken = bring(ISHINOMAKI.value(), register(row(person, "架空 違郎")));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    String number = TerminalBed.found(Pattern.compile("\"number\":\"([^\"]+)\""), taken.body());
    String path = "/municipal/reconciliations/" + number;
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ask(ISHINOMAKI.value(), path).body().contains("\"state\":\"DONE\""));
    assertThat(ask(ISHINOMAKI.value(), path).body())
        .contains("\"different\":1", "{\"item\":\"TK00000000000102\",\"records\":1}")
        .doesNotContain(person, "架空");
    assertThat(ask(TSUKUBA.value(), path).statusCode()).isEqualTo(404);
    assertThat(officer.browser().get(LIST).body()).contains(number);
    HttpResponse<String> faulty = bring(ISHINOMAKI.value(), "x".getBytes(StandardCharsets.UTF_8));
    assertThat(faulty.statusCode()).isEqualTo(400);
    assertThat(faulty.body()).contains("SYM-0203");
  }

  private static HttpResponse<String> bring(String institution, byte[] register)
      throws IOException, InterruptedException {
    return bed.gateway.post(
        "municipal-client-" + institution,
        "/municipal/reconciliations/" + HOUSEHOLD,
        "text/csv",
        register);
  }

  private static HttpResponse<String> ask(String institution, String path)
      throws IOException, InterruptedException {
    return bed.gateway.get("municipal-client-" + institution, path);
  }

  private static void tookMuchToday(Clerk clerk) {
    for (String kind : List.of("REPLICAS", "FINDINGS")) {
      bed.gateway
          .database()
          .everything()
          .sql(
              """
              insert into export_taking (institution_code, user_id, kind, row_count, taken_at)
              values (?, ?, ?, 1000000, ?)
              """)
          .params(
              ISHINOMAKI.value(),
              clerk.user().value(),
              kind,
              bed.staff.clock().instant().atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  private static List<String> operations(Clerk clerk) {
    return bed.gateway
        .database()
        .everything()
        .sql(
            """
            select concat_ws(' ', kind, operation_function, succeeded, purpose) from operation
             where user_id = ? order by id
            """)
        .param(clerk.user().value())
        .query(String.class)
        .list();
  }
}
