package jp.chukan.gateway.staff;

import static jp.chukan.gateway.staff.StaffBed.PASSWORD;
import static jp.chukan.gateway.staff.StaffBed.administrator;
import static jp.chukan.gateway.staff.StaffBed.application;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.ApplyForAccount;
import jp.chukan.gateway.staff.account.DisableAccount;
import jp.chukan.gateway.testing.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("職員のログイン")
class LoginIT {
  private static final String WRONG = "まちがえた合言葉ですよ。";

  private final StaffBed bed = new StaffBed();

  @Test // MS-70, MS-71, MS-72
  void aPersonSignsInAndOutAndBothAreKept() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    assertThat(browser.get("/console/account").body())
        .contains("宮城県石巻市", user.value(), "担当者", "前回のログイン");
    assertThat(browser.post("/console/logout", Map.of()).headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/console/login?ended=signed-out"));
    assertLoggedOut(browser);
    assertThat(bed.operations(ISHINOMAKI, user.value()))
        .containsExactly(
            "LOGIN login true",
            "ACCOUNT account-password true",
            "LOGOUT logout true",
            "LOGIN login true",
            "LOGOUT logout true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0220104202101700", "宮城県石巻市", "石巻市", " 石巻市 "})
  void theInstitutionIsNamedByCodeOrName(String institution) {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    assertThat(bed.browser().login(institution, user.value(), PASSWORD).statusCode())
        .isEqualTo(302);
  }

  @Test // MS-72
  void theFirstLoginDemandsAPasswordOfOnesOwn() {
    UserId user = StaffBed.freshUser();
    String initial = bed.approved(ISHINOMAKI, user, StaffRole.OFFICER);
    Browser browser = bed.browser();
    browser.login(ISHINOMAKI.value(), user.value(), initial);
    assertThat(browser.get("/console/account").headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/console/password"));
    for (String unacceptable : List.of("短い合言葉", initial, "elevenchars")) {
      assertThat(
              browser
                  .submit(
                      "/console/password",
                      Map.of("present", initial, "next", unacceptable, "again", unacceptable))
                  .statusCode())
          .as(unacceptable)
          .isEqualTo(400);
    }
    assertThat(
            browser
                .submit(
                    "/console/password",
                    Map.of("present", initial, "next", PASSWORD, "again", WRONG))
                .statusCode())
        .isEqualTo(400);
    String before = browser.cookie();
    StaffBed.changePassword(browser, initial, PASSWORD);
    assertThat(browser.cookie()).isNotEqualTo(before);
    assertThat(browser.get("/console/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aPasswordIsNotTheId() {
    UserId user = new UserId("kakuu-shokuin-x" + StaffBed.freshUser().value().substring(4));
    String initial = bed.approved(ISHINOMAKI, user, StaffRole.OFFICER);
    Browser browser = bed.browser();
    browser.login(ISHINOMAKI.value(), user.value(), initial);
    String id = user.value().toUpperCase(java.util.Locale.ROOT);
    assertThat(
            browser
                .submit("/console/password", Map.of("present", initial, "next", id, "again", id))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void theSessionChangesItsIdAtLogin() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser victim = bed.browser();
    victim.get("/console/login");
    String planted = victim.cookie();
    victim.login(ISHINOMAKI.value(), user.value(), PASSWORD);
    assertThat(victim.cookie()).isNotEqualTo(planted);
    Browser attacker = bed.browser();
    attacker.takeCookie(planted);
    assertLoggedOut(attacker);
  }

  @Test // JN-14, JN-35
  void nobodyLearnsWhichAccountsThereAre() {
    UserId sound = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    UserId disabled = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    bed.bean(DisableAccount.class)
        .disable(administrator(ISHINOMAKI, "approver"), disabled, "試験のため");
    UserId waiting = StaffBed.freshUser();
    bed.bean(ApplyForAccount.class)
        .apply(
            administrator(ISHINOMAKI, "applicant"),
            application(ISHINOMAKI, waiting, StaffRole.OFFICER));
    UserId locked = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    lock(locked);

    List<HttpResponse<String>> answers =
        List.of(
            bed.browser().login(ISHINOMAKI.value(), sound.value(), WRONG),
            bed.browser().login(ISHINOMAKI.value(), "nobody", PASSWORD),
            bed.browser().login(ISHINOMAKI.value(), "だれでもない", PASSWORD),
            bed.browser().login(ISHINOMAKI.value(), disabled.value(), PASSWORD),
            bed.browser().login(ISHINOMAKI.value(), waiting.value(), PASSWORD),
            bed.browser().login(ISHINOMAKI.value(), locked.value(), PASSWORD),
            bed.browser().login(TSUKUBA.value(), sound.value(), PASSWORD),
            bed.browser().login("どこでもない市", sound.value(), PASSWORD),
            bed.browser().login("", "", ""));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(401));
    assertThat(answers.stream().map(LoginIT::withoutToken).distinct()).hasSize(1);
  }

  @Test // MS-70
  void failedLoginsAreKeptWithoutWhatWasTyped() {
    UserId user = bed.person(ADACHI, StaffRole.OFFICER);
    bed.browser().login(ADACHI.value(), user.value(), WRONG);
    assertThat(bed.operations(ADACHI, user.value())).last().isEqualTo("LOGIN_FAILED login false");
    bed.browser().login(ADACHI.value(), "typed-by-mistake", WRONG);
    assertThat(bed.operations(ADACHI, "typed-by-mistake")).isEmpty();
  }

  @Test // JN-17
  void fivePasswordsInARowLockTheAccountForAWhile() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    lock(user);
    assertThat(login(user, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(bed.operations(ISHINOMAKI, user.value())).contains("ACCOUNT account-locked true");
    bed.clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(login(user, PASSWORD).statusCode()).isEqualTo(401);
    bed.clock.advance(Duration.ofSeconds(1));
    assertThat(login(user, PASSWORD).statusCode()).isEqualTo(302);
  }

  @Test
  void aRightPasswordBeginsTheCountAnew() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(login(user, WRONG).statusCode()).isEqualTo(401);
      }
      assertThat(login(user, PASSWORD).statusCode()).isEqualTo(302);
    }
  }

  @Test // JN-24, MU-02
  void aSessionEndsAfterFiveMinutesWithoutASignOfLife() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    for (int i = 0; i < 3; i++) {
      bed.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
      assertThat(browser.get("/console/account").statusCode()).isEqualTo(200);
    }
    bed.clock.advance(Duration.ofMinutes(5));
    assertThat(browser.get("/console/account").headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/console/login?ended=idle"));
    assertLoggedOut(browser);
    assertThat(bed.operations(ISHINOMAKI, user.value()))
        .last()
        .isEqualTo("LOGOUT logout-idle true");
  }

  @Test // MU-02
  void whatAPageAsksByItselfIsNoSignOfLife() {
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.OFFICER));
    bed.clock.advance(Duration.ofMinutes(4));
    assertThat(browser.get("/console/account", "X-Console-Background", "1").statusCode())
        .isEqualTo(200);
    bed.clock.advance(Duration.ofMinutes(1));
    assertLoggedOut(browser);
  }

  @Test // JN-35, MU-06
  void aDisabledAccountsRunningSessionEndsAtOnce() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    assertThat(
            bed.bean(DisableAccount.class)
                .disable(administrator(ISHINOMAKI, "approver"), user, "異動のため"))
        .isInstanceOf(Changed.class);
    assertLoggedOut(browser);
    assertThat(login(user, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(bed.operations(ISHINOMAKI, user.value())).contains("LOGOUT logout-revoked true");
  }

  @Test
  void aLoginFromElsewhereAtTheSameTimeIsTold() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser one = bed.signedIn(ISHINOMAKI, user);
    assertThat(one.get("/console/account").body()).doesNotContain("ほかの場所");
    Browser other = bed.signedIn(ISHINOMAKI, user);
    assertThat(one.get("/console/account").body()).contains("ほかの場所");
    assertThat(other.get("/console/account").body()).contains("ほかの場所");
  }

  private void lock(UserId user) {
    for (int i = 0; i < 5; i++) {
      assertThat(login(user, WRONG).statusCode()).isEqualTo(401);
    }
  }

  private HttpResponse<String> login(UserId user, String password) {
    return bed.browser().login(ISHINOMAKI.value(), user.value(), password);
  }

  private static void assertLoggedOut(Browser browser) {
    HttpResponse<String> answer = browser.get("/console/account");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).contains("/console/login"));
  }

  private static String withoutToken(HttpResponse<String> answer) {
    return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }
}
