package jp.chukan.gateway.console;

import static jp.chukan.gateway.console.CaseBed.GROUND;
import static jp.chukan.gateway.console.CaseBed.PER_CAPITA;
import static jp.chukan.gateway.console.CaseBed.PER_INCOME;
import static jp.chukan.gateway.console.CaseBed.PER_INCOME_VALUE;
import static jp.chukan.gateway.console.CaseBed.PURPOSE;
import static jp.chukan.gateway.console.CaseBed.TEXT;
import static jp.chukan.gateway.console.CaseBed.TEXT_VALUE;
import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.console.CaseBed.Held;
import jp.chukan.gateway.console.CaseBed.Person;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.ProvisionDraft;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen of held cases, by whom, and what is kept of it. */
@DisplayName("承認待ちの案件の画面")
class CasePagesIT {
  private static CaseBed bed;
  private static Held held;
  private static Person officer;

  @BeforeAll
  static void start() throws Exception {
    bed = new CaseBed();
    held = bed.hold(Duration.ofHours(1));
    officer = bed.officer();
  }

  /** A test may have let the session run out. */
  @BeforeEach
  void signIn() throws Exception {
    officer = bed.signedIn(officer.user(), false);
  }

  @Test // MS-05, MS-11
  void theListHasTheCasesOfGrantedAffairsAndLeadsToThem() throws Exception {
    String list = officer.browser().get("/console/approvals").body();
    assertThat(list)
        .contains("href=\"" + held.path() + "\"", held.draft().number.value(), MINISTER.value())
        .doesNotContain(held.addressee(), TEXT_VALUE);
    ConsolePagesIT.assertSound(list);
    assertThat(withGrant("JM01000000001001", GrantedFunction.PROVISION).get("/console/approvals"))
        .satisfies(CasePagesIT::isEmptyList);
  }

  @Test // MS-23
  void aGrantToInquireShowsNoCase() throws Exception {
    Browser browser = withGrant(ProvisionDraft.AFFAIR.value(), GrantedFunction.INQUIRY);
    assertThat(browser.get("/console/approvals")).satisfies(CasePagesIT::isEmptyList);
    assertThat(browser.post(held.path(), Map.of("purpose", PURPOSE)).statusCode()).isEqualTo(403);
  }

  private static void isEmptyList(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("該当する案件はありません。").doesNotContain(held.id());
  }

  private Browser withGrant(String affair, GrantedFunction function) {
    UserId user = bed.staff.person(ISHINOMAKI, StaffRole.OFFICER);
    bed.grant(user, new AffairCode(affair), function);
    return bed.staff.signedIn(ISHINOMAKI, user);
  }

  @Test // MS-76
  @DisplayName("目的がなければ何も表示せず、閲覧にもならない")
  void withoutAPurposeNothingIsShownAndNothingIsLookedAt() throws Exception {
    Held fresh = bed.hold();
    for (HttpResponse<String> answer :
        List.of(
            officer.browser().get(fresh.path()),
            officer.open(fresh, "  "),
            officer.open(fresh, "長".repeat(201)),
            officer.browser().get(fresh.path() + "/history"),
            officer.browser().post(fresh.path() + "/history", Map.of("purpose", " ")))) {
      assertThat(answer.statusCode())
          .isEqualTo(answer.request().method().equals("GET") ? 200 : 400);
      assertThat(answer.body())
          .contains("name=\"purpose\"", "提供の審査", fresh.draft().number.value())
          .doesNotContain(fresh.addressee(), TEXT_VALUE, PER_INCOME_VALUE);
      ConsolePagesIT.assertSound(answer.body());
    }
    assertThat(bed.operations(fresh)).isEmpty();
  }

  @Test // MS-76, MS-77
  void aLookIsKeptWithItsPurpose() throws Exception {
    Held fresh = bed.hold();
    assertThat(officer.open(fresh).statusCode()).isEqualTo(200);
    assertThat(bed.operations(fresh))
        .containsExactly("approval.look " + officer.user() + " true " + PURPOSE);
  }

  @Test // MS-76, MS-32
  void aPurposeWithAnIndividualNumberOpensNothing() throws Exception {
    HttpResponse<String> answer = officer.open(held, "123456789018の件");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("DBM-").doesNotContain(held.addressee());
  }

  @Test // MS-05, MU-11, MU-26
  void theCaseShowsWhoAsksOnWhichBasisAndExactlyWhatWouldLeave() throws Exception {
    String page = officer.open(held).body();
    ConsolePagesIT.keep("full", "/console/approval", page);
    assertThat(page)
        .contains(
            MINISTER.value(),
            held.draft().affair.value(),
            held.draft().procedure.value(),
            held.draft().information.value(),
            "地方税関係情報",
            held.draft().permitId.value(),
            "自動応答不可フラグ",
            "data-until",
            held.addressee(),
            held.draft().number.value());
    assertThat(page).containsPattern("第[0-9,]+版");
    assertThat(CaseBed.items(page))
        .extracting(row -> row.get(0).replaceAll(".*\\s", ""), row -> row.get(1), row -> row.get(2))
        .containsExactly(
            tuple(TEXT.value(), TEXT_VALUE, TEXT_VALUE),
            tuple(PER_CAPITA.value(), "3500", "3500"),
            tuple(PER_INCOME.value(), PER_INCOME_VALUE, PER_INCOME_VALUE));
    assertThat(page).contains("市町村民税均等割額");
    ConsolePagesIT.assertSound(page);
    HttpResponse<String> english =
        officer.browser().post(held.path() + "?lang=en", Map.of("purpose", PURPOSE));
    assertThat(english.body()).contains("Legal basis");
    ConsolePagesIT.assertSound(english.body());
  }

  @Test // MS-76
  void nothingOfACaseStaysInTheBrowser() {
    for (HttpResponse<String> answer :
        List.of(
            officer.open(held),
            officer.decide(held, "REFUSE", ""),
            officer.browser().post(held.path() + "/history", Map.of("purpose", PURPOSE)))) {
      assertThat(answer.headers().firstValue("Cache-Control"))
          .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
      assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }
  }

  @Test
  void whoElseHasTheCaseOpenIsShownByIdAndForTenMinutes() throws Exception {
    Held fresh = bed.hold(Duration.ofHours(1));
    Person other = bed.approver();
    assertThat(officer.open(fresh).body()).doesNotContain("ほかの職員が10分以内に");
    assertThat(other.open(fresh).body()).contains("ほかの職員が10分以内に", officer.user().value());
    assertThat(officer.open(fresh).body()).contains("ほかの職員が10分以内に", other.user().value());
    bed.staff.clock.advance(Duration.ofMinutes(11));
    officer = bed.signedIn(officer.user(), false);
    assertThat(officer.open(fresh).body()).doesNotContain("ほかの職員が10分以内に");
  }

  // -- to whom nothing is shown

  @Test // MS-11
  void whoHasNoGrantGetsNothing() throws Exception {
    Person stranger = bed.withoutGrant(ISHINOMAKI, StaffRole.OFFICER);
    assertThat(stranger.browser().get(held.path()).statusCode()).isEqualTo(404);
    for (HttpResponse<String> answer :
        List.of(
            stranger.open(held),
            stranger.send(held, Map.of("deed", "REFUSE", "version", "0", "comment", GROUND)),
            stranger.browser().post(held.path() + "/history", Map.of("purpose", PURPOSE)))) {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body())
          .contains("TKY-0204")
          .doesNotContain(held.addressee(), TEXT_VALUE, held.draft().number.value());
    }
    assertThat(bed.state(held)).isEqualTo("AWAITING");
  }

  @Test // MS-96
  @DisplayName("他機関の案件は、ない案件と同じ答えになる")
  void theCaseOfAnotherInstitutionIsLikeOneThatDoesNotExist() throws Exception {
    Person foreign = bed.withoutGrant(TSUKUBA, StaffRole.OFFICER);
    for (String path : List.of(held.path(), "/console/approvals/00000000NOCASE")) {
      assertThat(foreign.browser().get(path).statusCode()).isEqualTo(404);
      for (HttpResponse<String> answer :
          List.of(
              foreign.browser().post(path, Map.of("purpose", PURPOSE)),
              foreign
                  .browser()
                  .post(
                      path + "/decision",
                      Map.of("deed", "REFUSE", "version", "0", "comment", GROUND)),
              foreign.browser().post(path + "/history", Map.of("purpose", PURPOSE)))) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("TKY-0201").doesNotContain(held.addressee());
      }
    }
    assertThat(bed.state(held)).isEqualTo("AWAITING");
  }

  @ParameterizedTest // MS-07, MS-93
  @EnumSource(
      value = StaffRole.class,
      names = {"AUDITOR"})
  void otherRolesReachNoCase(StaffRole role) throws Exception {
    Person person = bed.withoutGrant(ISHINOMAKI, role);
    assertThat(person.browser().get(held.path()).statusCode()).isEqualTo(403);
    assertThat(person.browser().get(held.path() + "/history").statusCode()).isEqualTo(403);
    assertThat(person.open(held).statusCode()).isEqualTo(403);
  }

  @Test
  void aNumberOfAnotherFormIsRefusedWithoutItsText() {
    HttpResponse<String> answer = officer.browser().get("/console/approvals/no-case");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("SYM-0108").doesNotContain("no-case");
  }
}
