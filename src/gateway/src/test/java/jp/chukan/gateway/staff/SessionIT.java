package jp.chukan.gateway.staff;

import static jp.chukan.gateway.staff.StaffBed.PASSWORD;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.SoftwareAuthenticator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is tried against sessions and passwords. */
@DisplayName("セッションの乗っ取りと総当たりへの守り")
class SessionIT {
  private static final String WRONG = "まちがえた合言葉ですよ。";
  private static final int MOST_SESSIONS = 10;

  private final StaffBed bed = new StaffBed();

  @Test // JN-20
  @DisplayName("パスキーで確認すると、それまでのセッションの識別子は使えなくなる")
  void theIdOfASessionChangesWhenAPasskeyProvesThePerson() {
    Browser victim = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.APPROVER));
    SoftwareAuthenticator passkey = new SoftwareAuthenticator();
    passkey.enrolIn(victim);
    String seen = victim.cookie();
    assertThat(passkey.proveIn(victim).statusCode()).isEqualTo(204);
    assertThat(victim.cookie()).isNotEqualTo(seen);
    assertThat(victim.get("/console/test/approver").statusCode()).isEqualTo(200);

    Browser thief = bed.browser();
    thief.takeCookie(seen);
    assertLedToLogin(thief.get("/console/test/approver"));
  }

  @Test // MS-70
  @DisplayName("ログアウトした後のクッキーは使えない")
  void theCookieIsOfNoUseAfterTheLogout() {
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.OFFICER));
    browser.get("/console/account");
    String kept = browser.cookie();
    browser.post("/console/logout", Map.of());
    Browser next = bed.browser();
    next.takeCookie(kept);
    assertLedToLogin(next.get("/console/account"));
  }

  @Test // JN-17
  @DisplayName("ログイン中の端末でも、パスワードの総当たりはできない")
  void wrongPasswordsAtTheChangeOfThePasswordEndTheSessionAndLockTheAccount() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    Map<String, String> guess =
        Map.of("present", WRONG, "next", "架空の新しい合言葉です。", "again", "架空の新しい合言葉です。");
    for (int i = 0; i < 4; i++) {
      assertThat(browser.submit("/console/password", guess).statusCode()).isEqualTo(400);
    }
    assertThat(browser.submit("/console/password", guess).headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("?ended=revoked"));
    assertLedToLogin(browser.get("/console/account"));
    assertThat(bed.browser().login(ISHINOMAKI.value(), user.value(), PASSWORD).statusCode())
        .isEqualTo(401);
    bed.clock.advance(Duration.ofMinutes(15));
    assertThat(bed.browser().login(ISHINOMAKI.value(), user.value(), PASSWORD).statusCode())
        .isEqualTo(302);
  }

  @Test // JN-17, MS-70
  @DisplayName("一人の職員は同時に十か所まで使え、その次のログインで最も古いものが終わる")
  void anEleventhSessionOfAPersonEndsTheOldest() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    List<Browser> ten =
        Stream.generate(() -> bed.signedIn(ISHINOMAKI, user)).limit(MOST_SESSIONS).toList();
    assertThat(ten)
        .allSatisfy(
            browser -> assertThat(browser.get("/console/account").statusCode()).isEqualTo(200));

    Browser eleventh = bed.signedIn(ISHINOMAKI, user);
    assertThat(ten.getFirst().get("/console/account").headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("?ended=displaced"));
    assertThat(ten.subList(1, MOST_SESSIONS))
        .allSatisfy(
            browser -> assertThat(browser.get("/console/account").statusCode()).isEqualTo(200));
    assertThat(eleventh.get("/console/account").statusCode()).isEqualTo(200);
    assertThat(bed.operations(ISHINOMAKI, user.value()))
        .filteredOn("LOGOUT logout-displaced true"::equals)
        .hasSize(1);
  }

  @Test // JN-14
  @DisplayName("最初の団体管理者の登録からは、だれがいるかを知ることができない")
  void theFirstPageDoesNotTellWhoIsThere() {
    UserId officer = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    bed.person(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    List<HttpResponse<String>> answers =
        List.of(
            first(ISHINOMAKI.value(), officer.value()),
            first(ISHINOMAKI.value(), "nobody"),
            first(ISHINOMAKI.value(), "だれでもない"),
            first(TSUKUBA.value(), "nobody"),
            first("どこでもない市", officer.value()));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(400));
    assertThat(
            answers.stream()
                .map(answer -> answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", ""))
                .distinct())
        .hasSize(1);
  }

  private HttpResponse<String> first(String institution, String user) {
    return bed.browser()
        .submit(
            "/console/first",
            Map.of(
                "institution",
                institution,
                "user",
                user,
                "code",
                "AAAA-AAAA-AAAA-AAAA-AAAA",
                "password",
                "架空の管理者の合言葉です。"));
  }

  private static void assertLedToLogin(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).contains("/console/login"));
  }
}
