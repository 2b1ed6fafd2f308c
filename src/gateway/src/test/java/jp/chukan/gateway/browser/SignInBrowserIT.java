package jp.chukan.gateway.browser;

import static jp.chukan.gateway.staff.StaffBed.PASSWORD;
import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffBed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("browser")
@DisplayName("ブラウザでのログイン")
class SignInBrowserIT {
  private static final String ADMINISTRATORS = "/console/institutions";

  private static final StaffBed bed = new StaffBed();

  @RegisterExtension static final Chromium browser = new Chromium(bed.gateway);

  @Test // JN-17, JN-20, MS-70, MS-72
  @DisplayName("最初の団体管理者が、ワンタイムコードからパスキーによる確認まで進む")
  void theFirstAdministratorGetsFromTheOneTimeCodeToAPageOfAdministrators() {
    UserId user = StaffBed.freshUser();
    FirstPage.open(browser)
        .enrol("つくば市", user.value(), FirstPage.code(bed, TSUKUBA, user), PASSWORD);
    assertThat(browser.place()).isEqualTo("/console/login?ended=first");
    Person person = new Person(browser, TSUKUBA, user).signIn();
    assertThat(browser.place()).isEqualTo("/console/account");

    browser.open(ADMINISTRATORS);
    assertThat(browser.place()).isEqualTo(PasskeyPage.ADDRESS);
    PasskeyPage page = new PasskeyPage(browser);
    assertThat(page.mode()).isEqualTo("enrolment");
    page.use();
    person.signOut();
    assertThat(browser.place()).isEqualTo("/console/login?ended=signed-out");

    person.signIn();
    browser.open(ADMINISTRATORS);
    assertThat(browser.place()).isEqualTo(PasskeyPage.ADDRESS);
    assertThat(page.mode()).isEqualTo("proof");
    page.use();
    browser.open(ADMINISTRATORS);
    assertThat(browser.place()).isEqualTo(ADMINISTRATORS);
    assertThat(browser.status()).isEqualTo(200);
    assertThat(bed.operations(TSUKUBA, user.value()))
        .containsSubsequence(
            "LOGIN login true",
            "ACCOUNT account-passkey true",
            "LOGOUT logout true",
            "LOGIN login true",
            "LOGIN passkey-proof true");
  }

  @Test // MS-72
  @DisplayName("初回のログインでは、パスワードを変えるまで先へ進めない")
  void theFirstLoginGoesNowhereBeforeThePasswordIsChanged() {
    UserId user = StaffBed.freshUser();
    String initial = bed.approved(ISHINOMAKI, user, OFFICER);
    LoginPage.open(browser).signIn(ISHINOMAKI.value(), user.value(), initial);
    for (String elsewhere : new String[] {"/console", "/console/records", PasskeyPage.ADDRESS}) {
      browser.open(elsewhere);
      assertThat(browser.place()).isEqualTo(PasswordPage.ADDRESS);
    }
    PasswordPage page = new PasswordPage(browser);
    page.change(initial, PASSWORD, PASSWORD + "。");
    assertThat(browser.find("[role=alert]").getText()).contains("一致しません");
    page.change(initial, PASSWORD, PASSWORD);
    assertThat(browser.place()).isEqualTo("/console/account");
    browser.open("/console/records");
    assertThat(browser.status()).isEqualTo(200);
  }

  @Test // JN-20
  @DisplayName("利用者を確認できない認証器では、パスキーによる確認が済まない")
  void aDeviceThatDoesNotKnowItsUserProvesNobody() {
    Person.of(bed, browser, ISHINOMAKI, APPROVER).signIn();
    PasskeyPage page = PasskeyPage.open(browser);
    page.use();
    browser.userIsVerified(false);
    assertThat(page.failToUse()).contains("パスキーを確認できませんでした");
    browser.open("/console/approvals");
    assertThat(browser.place()).isEqualTo(PasskeyPage.ADDRESS);
    browser.userIsVerified(true);
    page.use();
    browser.open("/console/approvals");
    assertThat(browser.status()).isEqualTo(200);
  }

  @Test // JN-20
  @DisplayName("ほかの端末のパスキーでは確認できない")
  void anotherDeviceProvesNobody() {
    Person.of(bed, browser, ISHINOMAKI, ADMINISTRATOR).signIn();
    PasskeyPage page = PasskeyPage.open(browser);
    page.use();
    browser.newPasskeys();
    assertThat(page.failToUse()).contains("パスキーを確認できませんでした");
  }

  @Test // JN-24, MU-02
  @DisplayName("操作がないまま5分たつと、次の操作でログアウトを知らせる")
  void whoWasAwayTooLongIsToldSoAndSignsInAgain() {
    Person person = Person.of(bed, browser, ISHINOMAKI, OFFICER).signIn();
    browser.open("/console/records");
    bed.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
    browser.open("/console/approvals");
    assertThat(browser.place()).isEqualTo("/console/approvals");
    bed.clock.advance(Duration.ofMinutes(5));
    browser.press(".menu a[href='/console/records']");
    assertThat(browser.place()).isEqualTo("/console/login?ended=idle");
    assertThat(browser.find("[role=status]").getText()).contains("一定時間操作がなかった");
    person.signIn();
    assertThat(browser.place()).isEqualTo("/console/account");
  }

  @Test // JN-24, MU-02
  @DisplayName("自動ログアウトの後は、書きかけの操作も受け付けない")
  void whatIsSentAfterTheSessionEndedIsNotDone() {
    Person person = Person.of(bed, browser, ISHINOMAKI, OFFICER).signIn();
    browser.open("/console/records");
    bed.clock.advance(Duration.ofMinutes(5));
    browser.send("form[action='/console/logout'] button");
    assertThat(browser.place()).isEqualTo("/console/login?ended=idle");
    assertThat(browser.text()).doesNotContain(person.user().value());
  }

  @Test // JN-24, MU-02
  @DisplayName("ログアウトした後に「戻る」を押しても、見ていたものは現れない")
  void whatWasSeenDoesNotComeBackAfterTheLogout() {
    Person person = Person.of(bed, browser, ISHINOMAKI, OFFICER).signIn();
    browser.open("/console/records");
    String seen = browser.text();
    assertThat(seen).contains(person.user().value());
    person.signOut();
    browser.leave(() -> browser.driver().navigate().back());
    assertThat(browser.text()).doesNotContain(person.user().value());
    assertThat(browser.place()).startsWith(LoginPage.ADDRESS);
  }

  @Test // JN-16
  @DisplayName("同じユーザーIDでのほかの場所のログインを知らせる")
  void aLoginFromElsewhereIsTold() {
    Person person = Person.of(bed, browser, ISHINOMAKI, OFFICER).signIn();
    assertThat(browser.text()).doesNotContain("ほかの場所");
    bed.signedIn(ISHINOMAKI, person.user());
    browser.open("/console/account");
    assertThat(browser.find("[role=alert]").getText()).contains("ほかの場所");
  }

  @Test // MS-72
  @DisplayName("誤ったパスワードでは入れず、入力したものは画面に残らない")
  void aWrongPasswordLetsNobodyInAndIsNotShownAgain() {
    Person person = Person.of(bed, browser, ISHINOMAKI, OFFICER);
    LoginPage.open(browser).signIn(ISHINOMAKI.value(), person.user().value(), "まちがえた合言葉ですよ。");
    assertThat(browser.status()).isEqualTo(401);
    assertThat(browser.find("[role=alert]").getText()).contains("ログインできませんでした");
    assertThat(browser.find("#password").getDomProperty("value")).isEmpty();
  }
}
