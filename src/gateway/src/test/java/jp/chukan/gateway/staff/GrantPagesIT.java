package jp.chukan.gateway.staff;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.StaffBed.Signed;
import jp.chukan.gateway.testing.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("権限の画面")
class GrantPagesIT {
  private static final String LIST = "/console/grants";
  private static final String APPLY = "/console/grant-applications";
  private static final String AFFAIR = "JM01000000121000";
  private static final String REASON = "児童手当の担当のため";
  private static final Pattern REVOCATION =
      Pattern.compile("/console/grants/revocation\\?set=([0-9]+)&amp;position=([0-9]+)");

  private final StaffBed bed = new StaffBed();

  /** Whatever other tests have granted; a listing has pages. */
  @BeforeEach
  void nobodyHasAGrant() {
    TestGrants.on(bed.gateway.database()).inForce(ISHINOMAKI);
  }

  @Test // MS-11, MS-22, JN-36, MU-06, MU-07, MU-13
  @DisplayName("申請、付与、一覧、取消しまで画面で行う")
  void aGrantIsAppliedForGivenReviewedAndRevoked() {
    Signed approver = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser person = bed.signedIn(ISHINOMAKI, user);

    // MU-08: the last day is suggested
    assertThat(approver.browser().get(APPLY).body())
        .contains("name=\"to\" required value=\"" + FiscalYear.of(today()).lastDay() + "\"");
    assertThat(approver.browser().get(APPLY + "?user=" + user).body())
        .containsPattern("name=\"department\"[^>]* value=\"" + StaffBed.DEPARTMENT + "\"");
    String one = applied(approver.browser().submit(APPLY, fields(user)));
    assertThat(permits(user)).isFalse();
    assertThat(approver.browser().get(one).body()).contains(REASON).doesNotContain("/giving\"");
    assertThat(administrator.browser().get(APPLY).body()).contains(one);
    assertLedTo(decide(administrator.browser(), one, "giving"), one + "?done=granted");
    assertThat(permits(user)).isTrue();
    assertThat(person.get("/console").statusCode()).isEqualTo(200);

    String listing = administrator.browser().get(LIST).body();
    assertThat(listing)
        .contains(user.value(), AFFAIR, REASON)
        .contains("申請 " + approver.user(), "付与 " + administrator.user());
    assertThat(administrator.browser().get(LIST + "?by=affair").body()).contains(user.value());

    Matcher place = place(administrator.browser(), user);
    String page = LIST + "/revocation?set=" + place.group(1) + "&position=" + place.group(2);
    assertThat(administrator.browser().get(page).body()).contains(user.value());
    assertThat(revoke(administrator.browser(), place, " ").body()).contains("SCM-0405");
    assertThat(permits(user)).isTrue();
    // JN-35: at once, and out of the running session
    assertLedTo(revoke(administrator.browser(), place, "異動のため"), LIST + "?done=revoked");
    assertThat(permits(user)).isFalse();
    assertLedTo(person.get("/console"), "/console/login?ended=revoked");
    assertThat(bed.operations(ISHINOMAKI, user.value())).contains("LOGOUT logout-revoked true");
    HttpResponse<String> late = revoke(administrator.browser(), place, "異動のため");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("SCM-0412");
    assertThat(administrator.browser().get("/console/staff/account?user=" + user).body())
        .contains("異動のため", "取消");
    assertThat(bed.operations(ISHINOMAKI, administrator.user().value()))
        .contains(
            "GRANT grant-granted true", "GRANT grant-revoked true", "GRANT grant-revoked false");
    assertThat(bed.operations(ISHINOMAKI, approver.user().value()))
        .contains("GRANT grant-applied true");
  }

  @Test // MU-13
  @DisplayName("申請者は自分の申請を付与できない")
  void theApplicantIsToldThatSomebodyElseDecides() {
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    String one = applied(administrator.browser().submit(APPLY, fields(user)));
    assertThat(administrator.browser().get(one).body())
        .contains("申請者でも本人でもない団体管理者が処理します")
        .doesNotContain("/giving\"");
    HttpResponse<String> answer = decide(administrator.browser(), one, "giving");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SCM-0411");
    assertThat(permits(user)).isFalse();
    assertLedTo(decide(administrator.browser(), one, "withdrawal"), one + "?done=withdrawn");
  }

  @Test // MU-13
  @DisplayName("本人は自分の権限を付与できない")
  void thePersonItselfDoesNotGive() {
    Signed approver = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    Signed both = bed.proven(ISHINOMAKI, StaffRole.OFFICER, StaffRole.ADMINISTRATOR);
    String one = applied(approver.browser().submit(APPLY, fields(both.user())));
    HttpResponse<String> answer = decide(both.browser(), one, "giving");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SCM-0411");
    assertThat(permits(both.user())).isFalse();
  }

  @Test
  @DisplayName("二人が処理すると後の一人に知らせる")
  void theSecondOfTwoAdministratorsIsToldThatItIsDecided() {
    Signed approver = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    Signed first = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    Signed second = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    String one = applied(approver.browser().submit(APPLY, fields(user)));
    second.browser().get(one);
    decide(first.browser(), one, "refusal", "担当ではないため");
    HttpResponse<String> answer = second.browser().post(one + "/giving", Map.of());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("SCM-0410", "担当ではないため", first.user().value());
    assertThat(permits(user)).isFalse();
  }

  @Test // MU-07, MU-08
  void whatCannotBeAppliedForIsToldOnTheForm() {
    Signed approver = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    String beyond = FiscalYear.of(today()).lastDay().plusDays(1).toString();
    HttpResponse<String> late =
        approver.browser().submit(APPLY, fields(user, "INQUIRY", beyond, REASON));
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("SCM-0401", REASON);
    assertThat(approver.browser().submit(APPLY, fields(user, "BOTH", beyond, REASON)).body())
        .contains("SYM-0108");
    assertThat(
            approver
                .browser()
                .submit(APPLY, fields(user, "INQUIRY", "2027-02-30", REASON))
                .statusCode())
        .isEqualTo(400);
  }

  @Test // MS-96
  @DisplayName("他団体の申請と権限は存在しないものと同じ")
  void whatBelongsToAnotherInstitutionIsNotFound() {
    Signed approver = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    Signed stranger = bed.proven(TSUKUBA, StaffRole.ADMINISTRATOR);
    Signed colleague = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    String one = applied(approver.browser().submit(APPLY, fields(user)));
    for (Signed other : List.of(stranger, colleague)) {
      assertThat(other.browser().get(one).statusCode()).isEqualTo(404);
      assertThat(other.browser().get(APPLY + "/none").statusCode()).isEqualTo(404);
    }
    assertThat(decide(stranger.browser(), one, "giving").statusCode()).isEqualTo(404);
    assertThat(decide(stranger.browser(), one, "refusal", "試験").statusCode()).isEqualTo(404);
    assertThat(decide(stranger.browser(), one, "withdrawal").statusCode()).isEqualTo(404);
    assertThat(decide(colleague.browser(), one, "withdrawal").statusCode()).isEqualTo(404);
    decide(administrator.browser(), one, "giving");
    Matcher place = place(administrator.browser(), user);
    assertThat(
            stranger
                .browser()
                .get(LIST + "/revocation?set=" + place.group(1) + "&position=" + place.group(2))
                .statusCode())
        .isEqualTo(404);
    stranger.browser().get(LIST);
    assertThat(revoke(stranger.browser(), place, "試験").statusCode()).isEqualTo(404);
    assertThat(permits(user)).isTrue();
    assertThat(stranger.browser().get(LIST).body()).doesNotContain(user.value() + "<");
  }

  @Test // JN-21, JN-36, JN-37
  @DisplayName("一覧の印刷とCSV出力は団体管理者だけが目的とともに行い、記録される")
  void theListingLeavesForAnAdministratorWithAPurpose() {
    Signed approver = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    Signed auditor = bed.proven(ISHINOMAKI, StaffRole.AUDITOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    String one =
        applied(
            approver
                .browser()
                .submit(
                    APPLY,
                    fields(user, "INQUIRY", FiscalYear.of(today()).lastDay().toString(), "=1+1")));
    decide(administrator.browser(), one, "giving");
    for (String output : List.of("/print", "/file")) {
      administrator.browser().get(LIST);
      assertThat(administrator.browser().post(LIST + output, Map.of("purpose", " ")).body())
          .contains("目的を入力してください");
      auditor.browser().get(LIST);
      assertThat(auditor.browser().post(LIST + output, Map.of("purpose", "点検")).statusCode())
          .isEqualTo(403);
    }
    assertThat(exports(administrator)).isEmpty();
    administrator.browser().get(LIST);
    assertThat(
            administrator
                .browser()
                .post(LIST + "/print", Map.of("purpose", "定期点検", "by", "affair"))
                .body())
        .contains("出力日時", user.value(), AFFAIR);
    HttpResponse<String> file =
        administrator.browser().post(LIST + "/file", Map.of("purpose", "定期点検"));
    assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"grants-" + today() + ".csv\"");
    // what office software would take for a formula comes as text
    assertThat(file.body().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(user + ",架空 職員,D001," + AFFAIR + ",照会,")
                    .contains(",'=1+1," + approver.user() + ",", "," + administrator.user() + ","));
    assertThat(file.body()).startsWith("\uFEFFユーザーID,氏名,");
    assertThat(exports(administrator))
        .containsExactly("EXPORT console.grants.print true", "EXPORT console.grants.file true");
    assertThat(auditor.browser().get(LIST).body())
        .contains(user.value())
        .doesNotContain("/console/grants/print", "/revocation");
  }

  @Test // JN-17, JN-20, MS-93
  @DisplayName("画面と操作は定められた役割にだけ開く")
  void pagesAndDeedsOpenToTheirRolesOnly() {
    Signed approver = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    String one = applied(approver.browser().submit(APPLY, fields(user)));
    Map<StaffRole, List<Integer>> table =
        Map.of(
            StaffRole.OFFICER, List.of(403, 403, 403, 403, 403),
            StaffRole.APPROVER, List.of(403, 200, 403, 403, 403),
            StaffRole.AUDITOR, List.of(200, 403, 403, 403, 403));
    table.forEach(
        (role, statuses) -> {
          Browser browser = bed.proven(ISHINOMAKI, role).browser();
          List<Integer> pages =
              List.of(browser.get(LIST).statusCode(), browser.get(APPLY).statusCode());
          browser.get("/console");
          List<Integer> deeds =
              Stream.of(one + "/giving", one + "/refusal", LIST + "/revocation")
                  .map(deed -> browser.post(deed, Map.of("reason", "試験")).statusCode())
                  .toList();
          assertThat(Stream.concat(pages.stream(), deeds.stream()).toList())
              .as(role.name())
              .isEqualTo(statuses);
        });
    Browser weak = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.ADMINISTRATOR));
    assertLedTo(weak.get(LIST), "/console/passkey");
    weak.get("/console/account");
    assertThat(weak.post(one + "/giving", Map.of()).statusCode()).isEqualTo(403);
    assertThat(permits(user)).isFalse();
    assertThat(administrator.browser().get(LIST).statusCode()).isEqualTo(200);
  }

  @Test // MU-22
  void everyPageIsWholeInBothLanguagesAndLoadsNothingFromOutside() {
    Signed approver = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    UserId waiting = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    String evil = "<script>alert(1)</script>";
    String last = FiscalYear.of(today()).lastDay().toString();
    String given = applied(approver.browser().submit(APPLY, fields(user, "INQUIRY", last, evil)));
    decide(administrator.browser(), given, "giving");
    String open = applied(approver.browser().submit(APPLY, fields(waiting, "INQUIRY", last, evil)));
    Matcher place = place(administrator.browser(), user);
    for (String language : List.of("ja", "en")) {
      for (String page :
          List.of(
              LIST + "?done=revoked&",
              LIST + "?by=affair&",
              LIST + "/revocation?set=" + place.group(1) + "&position=" + place.group(2) + "&",
              APPLY + "?user=" + user + "&",
              given + "?done=made-up&",
              open + "?",
              "/console/staff?",
              "/console/staff/account?user=" + user + "&",
              "/console/staff-applications?",
              "/console/staff-applications/change?user=" + user + "&")) {
        HttpResponse<String> answer = administrator.browser().get(page + "lang=" + language);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        assertThat(answer.body())
            .as(page)
            .doesNotContain("??")
            .doesNotContain(evil)
            .doesNotContain(" style=")
            .doesNotContain("made-up")
            .doesNotContain("redacted")
            .doesNotContainPattern("<script(?![^>]* src=)")
            .doesNotContainPattern("(?i)\\son[a-z]+=")
            .doesNotContainPattern("[\"'(]https?://");
      }
    }
  }

  private LocalDate today() {
    return JapanDay.of(bed.clock.instant());
  }

  private Map<String, String> fields(UserId user) {
    return fields(user, "INQUIRY", FiscalYear.of(today()).lastDay().toString(), REASON);
  }

  private Map<String, String> fields(UserId user, String function, String to, String reason) {
    return Map.of(
        "user", user.value(),
        "department", StaffBed.DEPARTMENT.value(),
        "affair", AFFAIR,
        "function", function,
        "from", today().toString(),
        "to", to,
        "reason", reason);
  }

  /** Path of the page of what was applied for. */
  private static String applied(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String place = answer.headers().firstValue("Location").orElseThrow();
    assertThat(place).endsWith("?done=applied");
    return place.substring(place.indexOf(APPLY), place.indexOf('?'));
  }

  private static HttpResponse<String> decide(Browser browser, String one, String deed) {
    return decide(browser, one, deed, "");
  }

  private static HttpResponse<String> decide(
      Browser browser, String one, String deed, String reason) {
    browser.get(one);
    return browser.post(one + "/" + deed, Map.of("reason", reason));
  }

  /** Where the listing shows the only grant of the person. */
  private static Matcher place(Browser browser, UserId user) {
    String listing = browser.get(LIST).body();
    Matcher found = REVOCATION.matcher(listing.substring(listing.indexOf(user.value() + "<")));
    assertThat(found.find()).isTrue();
    return found;
  }

  private static HttpResponse<String> revoke(Browser browser, Matcher place, String reason) {
    browser.get(LIST);
    return browser.post(
        LIST + "/revocation",
        Map.of("set", place.group(1), "position", place.group(2), "reason", reason));
  }

  private boolean permits(UserId user) {
    return bed.bean(InstitutionTransactions.class)
        .within(
            ISHINOMAKI,
            () ->
                bed.bean(Grants.class)
                    .permits(
                        user,
                        StaffBed.DEPARTMENT,
                        new AffairCode(AFFAIR),
                        GrantedFunction.INQUIRY,
                        today()));
  }

  private List<String> exports(Signed who) {
    return bed.operations(ISHINOMAKI, who.user().value()).stream()
        .filter(operation -> operation.startsWith("EXPORT"))
        .toList();
  }

  private static void assertLedTo(HttpResponse<String> answer, String place) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith(place));
  }
}
