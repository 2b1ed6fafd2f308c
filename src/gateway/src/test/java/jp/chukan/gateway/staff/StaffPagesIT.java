package jp.chukan.gateway.staff;

import static jp.chukan.gateway.staff.StaffBed.PASSWORD;
import static jp.chukan.gateway.staff.StaffBed.administrator;
import static jp.chukan.gateway.staff.StaffBed.application;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffBed.Signed;
import jp.chukan.gateway.staff.account.AccountEvent;
import jp.chukan.gateway.staff.account.AccountState;
import jp.chukan.gateway.staff.account.Accounts;
import jp.chukan.gateway.staff.account.ApplyForAccount;
import jp.chukan.gateway.staff.account.StaffAccount;
import jp.chukan.gateway.testing.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("職員の画面")
class StaffPagesIT {
  private static final Pattern INITIAL =
      Pattern.compile("<code class=\"initial\">([A-Z0-9-]{24})</code>");
  private static final String LIST = "/console/staff";
  private static final String APPLY = "/console/staff-applications";

  private final StaffBed bed = new StaffBed();

  @Test // JN-14, JN-17, MS-70, MS-72
  @DisplayName("一人が申請し、別の一人が承認し、初期パスワードは一度だけ表示される")
  void aNewPersonIsAppliedForApprovedAndSignsIn() {
    Signed approver = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = StaffBed.freshUser();
    assertLedTo(approver.browser().submit(APPLY, fields(user, "OFFICER")), APPLY + "?done=applied");
    assertThat(approver.browser().get(APPLY).body()).contains(user.value(), "架空 花子");
    assertThat(administrator.browser().get(LIST).body()).contains(user.value(), "承認待ち");
    assertThat(bed.browser().login(ISHINOMAKI.value(), user.value(), PASSWORD).statusCode())
        .isEqualTo(401);

    HttpResponse<String> approved = approve(administrator.browser(), user);
    String initial = initial(approved);
    assertThat(approved.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    // nowhere a second time
    HttpResponse<String> again = approve(administrator.browser(), user);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("SCM-0506").doesNotContain(initial);
    assertThat(account(administrator.browser(), user).body()).doesNotContain(initial);

    Browser person = bed.browser();
    person.login(ISHINOMAKI.value(), user.value(), initial);
    StaffBed.changePassword(person, initial, PASSWORD);
    assertThat(person.get("/console/account").statusCode()).isEqualTo(200);
    assertThat(bed.operations(ISHINOMAKI, administrator.user().value()))
        .contains("ACCOUNT account-approved true");
  }

  @Test // JN-14
  @DisplayName("申請者は自分の申請を承認できない")
  void whoAppliedDoesNotApprove() {
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = StaffBed.freshUser();
    administrator.browser().submit(APPLY, fields(user, "OFFICER"));
    HttpResponse<String> answer = approve(administrator.browser(), user);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SCM-0507").doesNotContain("class=\"initial\"");
    assertThat(state(user)).isEqualTo(AccountState.PENDING);
  }

  @Test // JN-16
  @DisplayName("使われているユーザーIDは新規に申請できない")
  void anIdThatIsTakenIsNeitherGivenAgainNorChangedByMistake() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    for (StaffRole role : List.of(StaffRole.APPROVER, StaffRole.ADMINISTRATOR)) {
      Browser browser = bed.proven(ISHINOMAKI, role).browser();
      HttpResponse<String> answer = browser.submit(APPLY, fields(user, "OFFICER"));
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("SCM-0502");
    }
    assertThat(state(user)).isEqualTo(AccountState.ACTIVE);
  }

  @Test // MS-93
  void whatNobodyMayHaveOrWhatIsNotWrittenIsTold() {
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = StaffBed.freshUser();
    assertThat(administrator.browser().get(APPLY).body()).doesNotContain("value=\"OPERATOR\"");
    HttpResponse<String> operator = administrator.browser().submit(APPLY, fields(user, "OPERATOR"));
    assertThat(operator.statusCode()).isEqualTo(400);
    assertThat(operator.body()).contains("SCM-0508").contains("架空 花子");
    HttpResponse<String> id =
        administrator
            .browser()
            .submit(
                APPLY,
                Map.of(
                    "user", "漢字",
                    "name", "架空 花子",
                    "department", "D001",
                    "roles", "OFFICER",
                    "reason", "異動"));
    assertThat(id.statusCode()).isEqualTo(400);
    assertThat(id.body()).contains("SYM-0108");
  }

  @Test // JN-14, JN-15
  @DisplayName("却下または取り下げた変更の前の内容に戻る")
  void aChangeThatIsNotApprovedLeavesTheAccountAsItStood() {
    Signed applicant = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    Signed other = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser person = bed.signedIn(ISHINOMAKI, user);

    applicant.browser().get(APPLY + "/change?user=" + user);
    applicant.browser().post(APPLY + "/change", fields(user, "APPROVER"));
    assertThat(state(user)).isEqualTo(AccountState.PENDING);
    assertThat(person.get("/console/account").statusCode()).isEqualTo(302);
    // JN-14: who applied does not refuse, but may withdraw
    assertThat(decide(applicant.browser(), "refusal", user, "不要").statusCode()).isEqualTo(403);
    assertThat(decide(other.browser(), "refusal", user, " ").statusCode()).isEqualTo(400);
    assertLedTo(
        decide(other.browser(), "refusal", user, "今年度は不要のため"),
        LIST + "/account?user=" + user + "&done=refused");
    assertAsBefore(user);
    assertThat(bed.signedIn(ISHINOMAKI, user).get("/console/account").statusCode()).isEqualTo(200);

    applicant.browser().get(APPLY + "/change?user=" + user);
    applicant.browser().post(APPLY + "/change", fields(user, "APPROVER"));
    other.browser().get(APPLY);
    assertThat(other.browser().post(APPLY + "/withdrawal", Map.of("user", user.value())).body())
        .contains("SCM-0503");
    applicant.browser().get(APPLY);
    assertLedTo(
        applicant.browser().post(APPLY + "/withdrawal", Map.of("user", user.value())),
        APPLY + "?done=withdrawn");
    assertAsBefore(user);
    assertThat(history(user))
        .extracting(AccountEvent::kind)
        .endsWith(
            AccountEvent.Kind.APPLIED,
            AccountEvent.Kind.REFUSED,
            AccountEvent.Kind.APPLIED,
            AccountEvent.Kind.WITHDRAWN);
    assertThat(account(other.browser(), user).body()).contains("却下", "取下げ", "今年度は不要のため");
  }

  @Test // JN-14
  void aNewAccountThatIsRefusedIsOfNoUse() {
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = StaffBed.freshUser();
    bed.bean(ApplyForAccount.class)
        .apply(
            administrator(ISHINOMAKI, "applicant"),
            application(ISHINOMAKI, user, StaffRole.OFFICER));
    decide(administrator.browser(), "refusal", user, "採用取りやめのため");
    assertThat(state(user)).isEqualTo(AccountState.DISABLED);
    assertThat(approve(administrator.browser(), user).statusCode()).isEqualTo(409);
  }

  @Test // JN-20
  @DisplayName("パスキーを失くしたときは、申請と承認を経て登録し直す")
  void whoHasLostThePasskeyBeginsAnew() {
    Signed applicant = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    Signed other = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    Signed person = bed.proven(ISHINOMAKI, StaffRole.APPROVER);
    assertThat(person.browser().get(APPLY).statusCode()).isEqualTo(200);
    account(applicant.browser(), person.user());
    assertLedTo(
        applicant
            .browser()
            .post(
                APPLY + "/renewal", Map.of("user", person.user().value(), "reason", "パスキーの紛失のため")),
        APPLY + "?done=applied");
    assertThat(person.browser().get(APPLY).statusCode()).isEqualTo(302);
    String initial = initial(approve(other.browser(), person.user()));
    Browser anew = bed.browser();
    anew.login(ISHINOMAKI.value(), person.user().value(), initial);
    StaffBed.changePassword(anew, initial, "あたらしい架空の合言葉。");
    assertThat(anew.get("/console/passkey").body()).contains("data-mode=\"enrolment\"");
    assertLedTo(anew.get(APPLY), "/console/passkey");
  }

  @Test // JN-35, MU-06
  @DisplayName("停止は理由とともに直ちに効く")
  void aDisabledPersonIsOutAtOnce() {
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser person = bed.signedIn(ISHINOMAKI, user);
    assertThat(decide(administrator.browser(), "disabling", user, "").statusCode()).isEqualTo(400);
    assertThat(person.get("/console").statusCode()).isEqualTo(200);
    assertLedTo(
        decide(administrator.browser(), "disabling", user, "退職のため"),
        LIST + "/account?user=" + user + "&done=disabled");
    assertThat(person.get("/console").statusCode()).isEqualTo(302);
    assertThat(bed.browser().login(ISHINOMAKI.value(), user.value(), PASSWORD).statusCode())
        .isEqualTo(401);
    assertThat(account(administrator.browser(), user).body()).contains("停止", "退職のため");
  }

  @Test // MS-72
  @DisplayName("ロックは団体管理者が理由とともに解除できる")
  void anAdministratorLiftsALock() {
    Signed administrator = bed.proven(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    assertThat(decide(administrator.browser(), "unlocking", user, "本人の申出").body())
        .contains("SCM-0512");
    for (int i = 0; i < 5; i++) {
      bed.browser().login(ISHINOMAKI.value(), user.value(), "まちがえた合言葉ですよ。");
    }
    assertThat(bed.browser().login(ISHINOMAKI.value(), user.value(), PASSWORD).statusCode())
        .isEqualTo(401);
    assertThat(administrator.browser().get(LIST + "/account?user=" + user).body())
        .contains("ロック中 (");
    assertThat(decide(administrator.browser(), "unlocking", user, "").statusCode()).isEqualTo(400);
    assertLedTo(
        decide(administrator.browser(), "unlocking", user, "本人の申出を窓口で確認したため"),
        LIST + "/account?user=" + user + "&done=unlocked");
    bed.signedIn(ISHINOMAKI, user);
    assertThat(history(user)).extracting(AccountEvent::kind).contains(AccountEvent.Kind.UNLOCKED);
    assertThat(bed.operations(ISHINOMAKI, administrator.user().value()))
        .contains("ACCOUNT account-unlocked true");
  }

  @Test // MS-96
  @DisplayName("他団体の職員は存在しないものと同じ")
  void theStaffOfAnotherInstitutionIsNotThere() {
    Signed stranger = bed.proven(TSUKUBA, StaffRole.ADMINISTRATOR);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    UserId waiting = StaffBed.freshUser();
    bed.bean(ApplyForAccount.class)
        .apply(
            administrator(ISHINOMAKI, "applicant"),
            application(ISHINOMAKI, waiting, StaffRole.OFFICER));
    assertThat(stranger.browser().get(LIST).body()).doesNotContain("\"" + user.value() + "\"");
    for (String page : List.of(LIST + "/account", APPLY + "/change")) {
      HttpResponse<String> answer = stranger.browser().get(page + "?user=" + user);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("SCM-0504");
    }
    stranger.browser().get(LIST);
    for (String deed : List.of("approval", "refusal", "disabling", "unlocking")) {
      assertThat(decide(stranger.browser(), deed, waiting, "試験").statusCode()).isEqualTo(404);
      assertThat(decide(stranger.browser(), deed, user, "試験").statusCode()).isEqualTo(404);
    }
    assertThat(state(user)).isEqualTo(AccountState.ACTIVE);
    assertThat(state(waiting)).isEqualTo(AccountState.PENDING);
  }

  @Test // JN-17, JN-20, MS-93
  @DisplayName("画面と操作は定められた役割にだけ開く")
  void pagesAndDeedsOpenToTheirRolesOnly() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Map<StaffRole, List<Integer>> reads =
        Map.of(
            StaffRole.OFFICER, List.of(403, 403, 403, 403),
            StaffRole.APPROVER, List.of(403, 403, 200, 403),
            StaffRole.AUDITOR, List.of(200, 200, 403, 403),
            StaffRole.ADMINISTRATOR, List.of(200, 200, 200, 200));
    reads.forEach(
        (role, statuses) -> {
          Browser browser = bed.proven(ISHINOMAKI, role).browser();
          assertThat(
                  List.of(
                      browser.get(LIST).statusCode(),
                      account(browser, user).statusCode(),
                      browser.get(APPLY).statusCode(),
                      browser.get(APPLY + "/change?user=" + user).statusCode()))
              .as(role.name())
              .isEqualTo(statuses);
          if (role != StaffRole.ADMINISTRATOR) {
            browser.get("/console");
            for (String deed : List.of("approval", "refusal", "disabling", "unlocking")) {
              assertThat(decide(browser, deed, user, "試験").statusCode()).isEqualTo(403);
            }
            assertThat(account(browser, user).body()).doesNotContain("<form class=\"grid\"");
          }
        });
    UserId weak = bed.person(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    Browser browser = bed.signedIn(ISHINOMAKI, weak);
    assertLedTo(browser.get(LIST), "/console/passkey");
    browser.get("/console/account");
    assertThat(decide(browser, "disabling", user, "試験").statusCode()).isEqualTo(403);
    assertThat(state(user)).isEqualTo(AccountState.ACTIVE);
  }

  @Test
  void theListLeafs() {
    Signed administrator = bed.proven(TSUKUBA, StaffRole.ADMINISTRATOR);
    for (int i = 0; i < 51; i++) {
      bed.bean(ApplyForAccount.class)
          .apply(
              administrator(TSUKUBA, "applicant"),
              application(TSUKUBA, StaffBed.freshUser(), StaffRole.OFFICER));
    }
    assertThat(administrator.browser().get(LIST).body()).contains("rel=\"next\"");
    assertThat(administrator.browser().get(LIST + "?page=1").body())
        .contains("rel=\"prev\"", administrator.user().value());
  }

  private static Map<String, String> fields(UserId user, String role) {
    return Map.of(
        "user", user.value(),
        "name", "架空 花子",
        "department", "D009",
        "roles", role,
        "reason", "四月の異動のため");
  }

  private static HttpResponse<String> account(Browser browser, UserId user) {
    return browser.get(LIST + "/account?user=" + user);
  }

  private static HttpResponse<String> approve(Browser browser, UserId user) {
    account(browser, user);
    return browser.post(LIST + "/approval", Map.of("user", user.value()));
  }

  private static HttpResponse<String> decide(
      Browser browser, String deed, UserId user, String reason) {
    account(browser, user);
    return browser.post(LIST + "/" + deed, Map.of("user", user.value(), "reason", reason));
  }

  private static String initial(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    Matcher found = INITIAL.matcher(answer.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private void assertAsBefore(UserId user) {
    assertThat(find(user))
        .returns(AccountState.ACTIVE, StaffAccount::state)
        .returns("架空 職員", StaffAccount::displayName)
        .returns(StaffBed.DEPARTMENT, StaffAccount::department)
        .returns("applicant", StaffAccount::appliedBy)
        .returns("approver", StaffAccount::approvedBy);
    assertThat(find(user).roles()).containsExactly(StaffRole.OFFICER);
  }

  private AccountState state(UserId user) {
    return find(user).state();
  }

  private StaffAccount find(UserId user) {
    return bed.bean(InstitutionTransactions.class)
        .within(ISHINOMAKI, () -> bed.bean(Accounts.class).find(user))
        .orElseThrow();
  }

  private List<AccountEvent> history(UserId user) {
    return bed.bean(InstitutionTransactions.class)
        .within(ISHINOMAKI, () -> bed.bean(Accounts.class).history(user));
  }

  private static void assertLedTo(HttpResponse<String> answer, String place) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith(place));
  }
}
