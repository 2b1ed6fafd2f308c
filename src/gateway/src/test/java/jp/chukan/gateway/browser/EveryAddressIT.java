package jp.chukan.gateway.browser;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.staff.StaffRole.OPERATOR;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.browser.ConsoleMap.Entry;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.Browser;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;

/** What somebody with bad intentions meets at each address that the server itself lists. */
@DisplayName("コンソールのすべてのアドレスの守り")
class EveryAddressIT {
  private static final StaffRole[] EVERYTHING = {OFFICER, APPROVER, AUDITOR, ADMINISTRATOR};

  /** Open to everybody: who has not signed in yet has to begin somewhere. */
  private static final Set<String> BEFORE_LOGIN = Set.of("/console/login", "/console/first");

  /** What the console asks for with a number of a case, a person, an application. */
  private static final Map<String, String> FIELDS =
      Map.of("purpose", "監査", "comment", "試験のため", "reason", "試験のため", "version", "0");

  private static final StaffBed bed = new StaffBed();
  private static final List<Entry> ADDRESSES = ConsoleMap.of(bed.gateway);

  private static ConsoleContents contents;

  private final SoftAssertions softly = new SoftAssertions();

  @BeforeAll
  static void fill() {
    contents = ConsoleContents.in(bed.gateway);
  }

  @AfterEach
  void allOfThem() {
    softly.assertAll();
  }

  @Test // JN-17
  @DisplayName("ログインしていない者には、どのアドレスも開かない")
  void nothingOpensToWhoIsNotSignedIn() {
    Browser stranger = bed.browser();
    for (Entry entry : ADDRESSES) {
      if (!BEFORE_LOGIN.contains(entry.pattern())) {
        stranger.get("/console/login");
        HttpResponse<String> answer = call(stranger, entry, contents.addressOf(entry));
        softly.assertThat(answer.statusCode()).as(entry.toString()).isEqualTo(302);
        softly
            .assertThat(answer.headers().firstValue("Location").orElse(""))
            .as(entry.toString())
            .endsWith("/console/login");
      }
    }
  }

  @Test // JN-17, MS-93
  @DisplayName("どのアドレスも、定められた役割のない者には開かない")
  void nothingOpensToWhoHasNoneOfItsRoles() {
    for (StaffRole role : StaffRole.values()) {
      var institution = role == OPERATOR ? PLATFORM : ISHINOMAKI;
      Browser browser = browserOf(institution, role);
      for (Entry entry : ADDRESSES) {
        if (!entry.roles().isEmpty() && !entry.roles().contains(role)) {
          HttpResponse<String> answer = call(browser, entry, contents.addressOf(entry));
          softly.assertThat(answer.statusCode()).as("%s by %s", entry, role).isEqualTo(403);
          softly.assertThat(answer.body()).as("%s by %s", entry, role).contains("SCM-0601");
        }
      }
    }
  }

  @Test // MS-93, JN-31
  @DisplayName("運用事業者に開くのは、ホーム、稼働状況、ジョブ、鍵、キュー、統計だけである")
  void theListOfWhatOpensToTheOperatorIsShort() {
    softly
        .assertThat(ADDRESSES.stream().filter(entry -> entry.roles().contains(OPERATOR)))
        .extracting(Entry::toString)
        .containsExactlyInAnyOrder(
            "GET /console",
            "GET /console/health",
            "GET /console/jobs",
            "GET /console/jobs/runs",
            "GET /console/keys",
            "GET /console/queues",
            "GET /console/statistics",
            "POST /console/jobs/cancel",
            "POST /console/jobs/run",
            "POST /console/statistics/file");
  }

  @Test
  @DisplayName("画面のトークンのない操作は、どれも受け付けない")
  void noDeedIsDoneWithoutTheTokenOfItsPage() {
    Browser browser = browserOf(ISHINOMAKI, EVERYTHING);
    Browser another = browserOf(ISHINOMAKI, EVERYTHING);
    another.get("/console/account");
    for (Entry deed : deeds()) {
      String address = contents.addressOf(deed);
      for (String token : List.of("", "made-up", another.token())) {
        softly
            .assertThat(browser.post(address, FIELDS, token).statusCode())
            .as(deed.toString())
            .isEqualTo(403);
      }
    }
    softly.assertThat(browser.get("/console/account").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("操作はリンク(GET)では行われない")
  void noDeedIsDoneByALink() {
    Set<String> pages =
        Set.copyOf(
            ADDRESSES.stream()
                .filter(entry -> entry.method() == RequestMethod.GET)
                .map(Entry::pattern)
                .toList());
    Browser browser = browserOf(ISHINOMAKI, EVERYTHING);
    for (Entry deed : deeds()) {
      if (!pages.contains(deed.pattern())) {
        softly
            .assertThat(browser.get(contents.addressOf(deed)).statusCode())
            .as(deed.toString())
            .isIn(400, 404, 405);
      }
    }
    softly.assertThat(browser.get("/console/account").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("どの応答も、枠への埋め込み、画面の中のスクリプト、保存を許さない")
  void everyAnswerForbidsFramesInlineScriptsAndKeeping() {
    Browser browser = browserOf(ISHINOMAKI, EVERYTHING);
    for (Entry entry : ADDRESSES) {
      if (entry.pattern().equals("/console/logout")) {
        continue;
      }
      assertProtected(entry.toString(), call(browser, entry, contents.addressOf(entry)));
    }
    assertProtected("404", browser.get("/console/no-such-page"));
    assertProtected("403", browser.post("/console/password", Map.of(), "made-up"));
    assertProtected("302", bed.browser().get("/console"));
    assertProtected("logout", browser.post("/console/logout", Map.of()));
  }

  private void assertProtected(String what, HttpResponse<String> answer) {
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    softly
        .assertThat(policy)
        .as(what)
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*", "data:", "http:");
    softly.assertThat(answer.headers().firstValue("X-Frame-Options")).as(what).hasValue("DENY");
    softly
        .assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
        .as(what)
        .contains("no-store");
    softly
        .assertThat(answer.body())
        .as(what)
        .doesNotContainPattern("<script(?![^>]* src=\"/console/assets/)")
        .doesNotContainPattern("(?i)\\s(on[a-z]+|style)=");
  }

  @Test // MS-96
  @DisplayName("ほかの団体の番号は、存在しない番号と同じ応答になる")
  void anotherInstitutionsNumberAnswersLikeOneThatDoesNotExist() {
    Browser tsukuba = browserOf(TSUKUBA, EVERYTHING);
    Browser ishinomaki = browserOf(ISHINOMAKI, EVERYTHING);
    for (Entry entry : ADDRESSES) {
      // versions of the list are the same for all institutions
      if (entry.hasNumber() && !entry.pattern().contains("{version")) {
        String address = contents.addressOf(entry);
        HttpResponse<String> foreign = call(tsukuba, entry, address);
        HttpResponse<String> unknown =
            call(tsukuba, entry, entry.with(contents.likeNobodys(entry)));
        // an address that leads back, or reads the form, without looking says nothing either
        softly.assertThat(foreign.statusCode()).as(entry.toString()).isIn(404, 302, 400);
        softly
            .assertThat(foreign.statusCode())
            .as(entry.toString())
            .isEqualTo(unknown.statusCode());
        softly.assertThat(told(foreign)).as(entry.toString()).isEqualTo(told(unknown));
        if (entry.pattern().endsWith("/withdrawal")) {
          continue; // only who applied finds it
        }
        softly
            .assertThat(call(ishinomaki, entry, address).statusCode())
            .as("%s by its own institution", entry)
            .isNotEqualTo(404);
      }
    }
  }

  @Test // MS-96
  @DisplayName("一覧や検索にも、ほかの団体のものは現れない")
  void noListShowsWhatIsAnothersInstitutions() {
    Browser tsukuba = browserOf(TSUKUBA, EVERYTHING);
    String number = contents.held().number();
    for (String address :
        List.of(
            "/console/approvals?all=1",
            "/console/inquiries",
            "/console/records",
            "/console/records?number=" + number,
            "/console/exchanges?number=" + number)) {
      softly
          .assertThat(tsukuba.get(address).body())
          .as(address)
          .doesNotContain(contents.held().id(), contents.reception())
          .doesNotContain("/console/exchanges/" + number);
    }
    softly
        .assertThat(
            tsukuba
                .submit("/console/operations", Map.of("purpose", "監査", "user", "kakuu-01"))
                .body())
        .doesNotContain("架空の目的");
    softly
        .assertThat(tsukuba.submit("/console/records/print", Map.of("purpose", "監査")).body())
        .doesNotContain(number);
  }

  /** With the token of the page that was shown last. */
  private static HttpResponse<String> call(Browser browser, Entry entry, String address) {
    return entry.method() == RequestMethod.GET
        ? browser.get(address)
        : browser.post(address, FIELDS);
  }

  private static List<Entry> deeds() {
    return ADDRESSES.stream().filter(entry -> entry.method() == RequestMethod.POST).toList();
  }

  private static Browser browserOf(InstitutionCode institution, StaffRole... roles) {
    UserId user = bed.person(institution, roles);
    WholeGrant.give(bed, institution, user);
    return bed.signedInWithPasskey(institution, user);
  }

  private static String told(HttpResponse<String> answer) {
    return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }
}
