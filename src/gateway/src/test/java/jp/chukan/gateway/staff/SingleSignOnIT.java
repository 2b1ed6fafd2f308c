package jp.chukan.gateway.staff;

import static jp.chukan.gateway.staff.StaffBed.PASSWORD;
import static jp.chukan.gateway.staff.StaffBed.administrator;
import static jp.chukan.gateway.staff.StaffBed.application;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.account.ApplyForAccount;
import jp.chukan.gateway.staff.account.DisableAccount;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.RunningGateway;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("シングルサインオン")
class SingleSignOnIT {
  private static final String CLIENT = "chukan";
  private static final String START = "/console/oidc/city";
  private static final String REFUSED = "/console/login?ended=oidc";
  private static final Pattern AGAIN = Pattern.compile("content=\"0;url=([^\"]+)\"");

  private static MockOAuth2Server provider;
  private static RunningGateway gateway;
  private static StaffBed bed;

  @BeforeAll
  static void start() {
    provider = new MockOAuth2Server();
    provider.start();
    gateway =
        RunningGateway.timed(
            Stream.concat(
                    registration(0, "city", provider.issuerUrl("city").toString()).stream(),
                    registration(1, "silent", "http://localhost:1/silent").stream())
                .toList());
    bed = new StaffBed(gateway);
  }

  private static List<String> registration(int number, String id, String issuer) {
    String prefix = "--chukan.console.oidc.registrations[" + number + "].";
    return List.of(
        prefix + "id=" + id,
        prefix + "institution=" + ISHINOMAKI,
        prefix + "name=石巻市職員認証" + id,
        prefix + "issuer=" + issuer,
        prefix + "client=" + CLIENT,
        prefix + "claim=employee",
        prefix + "strong-values=hwk,swk");
  }

  @AfterAll
  static void stop() {
    gateway.stop();
    provider.shutdown();
  }

  @Test // MS-70, JN-16
  @DisplayName("職員認証で確かめた本人が、既にあるアカウントでログインする")
  void whomTheProviderKnowsSignsInToTheAccountThatIsThere() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser browser = bed.browser();
    assertThat(browser.get("/console/login").body()).contains("石巻市職員認証city", START + "\"");
    String before = browser.cookie();
    assertLedTo(comeBack(browser, claims(user.value())), "/console/account");
    assertThat(browser.cookie()).isNotEqualTo(before);
    assertThat(browser.get("/console/account").body()).contains("宮城県石巻市", user.value(), "担当者");
    assertThat(browser.get("/console/test/officer").body()).endsWith(" false");
    browser.get("/console/account");
    browser.post("/console/logout", Map.of());
    assertThat(bed.operations(ISHINOMAKI, user.value()))
        .endsWith("LOGIN login-oidc true", "LOGOUT logout true");
  }

  @Test // MS-70, JN-24
  @DisplayName("職員認証で入った人は、ログアウトすると職員認証からもログアウトする")
  void whoCameInThroughTheProviderSignsOutOfItToo() throws Exception {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser browser = bed.browser();
    comeBack(browser, claims(user.value()));
    browser.get("/console/account");
    HttpResponse<String> page = browser.post("/console/logout", Map.of());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("ログアウトしました").doesNotContain(user.value());
    String refresh = page.headers().firstValue("Refresh").orElseThrow();
    assertThat(refresh)
        .startsWith("0;url=" + provider.endSessionEndpointUrl("city"))
        .contains("client_id=" + CLIENT)
        // nothing of the person, and no token
        .doesNotContain(user.value(), "id_token");
    assertLedTo(browser.get("/console"), "/console/login");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> there =
          http.send(
              HttpRequest.newBuilder(URI.create(refresh.substring("0;url=".length()))).build(),
              BodyHandlers.ofString());
      assertThat(there.headers().firstValue("Location"))
          .contains(RunningGateway.ORIGIN + "/console/login");
    }
    Browser byPassword = bed.signedIn(ISHINOMAKI, user);
    byPassword.get("/console/account");
    assertLedTo(byPassword.post("/console/logout", Map.of()), "/console/login?ended=signed-out");
  }

  @Test // MS-72
  void aPasswordThatWasNeverUsedIsOfNoConcern() {
    UserId user = StaffBed.freshUser();
    bed.approved(ISHINOMAKI, user, StaffRole.OFFICER);
    Browser browser = bed.browser();
    comeBack(browser, claims(user.value()));
    assertThat(browser.get("/console").statusCode()).isEqualTo(200);
  }

  @Test // JN-14, JN-35
  @DisplayName("アカウントのない人、停止中、承認待ち、ロック中、他団体の人はログインできない")
  void whoHasNoAccountInUseIsNotLetInAndNoneIsMade() {
    UserId disabled = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    bed.bean(DisableAccount.class).disable(administrator(ISHINOMAKI, "approver"), disabled, "退職");
    UserId waiting = StaffBed.freshUser();
    bed.bean(ApplyForAccount.class)
        .apply(
            administrator(ISHINOMAKI, "applicant"),
            application(ISHINOMAKI, waiting, StaffRole.OFFICER));
    UserId locked = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    for (int i = 0; i < 5; i++) {
      bed.browser().login(ISHINOMAKI.value(), locked.value(), "まちがえた合言葉ですよ。");
    }
    UserId elsewhere = bed.person(TSUKUBA, StaffRole.OFFICER);
    int accounts = accounts();
    for (String person :
        List.of(
            disabled.value(),
            waiting.value(),
            locked.value(),
            elsewhere.value(),
            "nobody-at-all",
            "漢字の人")) {
      int failures = failures();
      Browser browser = bed.browser();
      assertLedTo(comeBack(browser, claims(person)), REFUSED);
      assertThat(browser.get("/console").statusCode()).as(person).isEqualTo(302);
      assertThat(failures()).as(person).isEqualTo(failures + 1);
    }
    assertThat(accounts()).isEqualTo(accounts);
    assertThat(bed.browser().get(REFUSED).body()).contains("職員認証ではログインできませんでした");
    assertThat(bed.operations(ISHINOMAKI, disabled.value()))
        .endsWith("LOGIN_FAILED login-oidc false");
  }

  @Test // JN-17
  @DisplayName("役割はアカウントのもので、トークンでは増えない")
  void theTokenMakesNobodyMoreThanTheAccountSays() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser browser = bed.browser();
    comeBack(
        browser,
        Map.of(
            "employee", user.value(),
            "roles", List.of("ADMINISTRATOR"),
            "amr", List.of("hwk")));
    assertThat(browser.get("/console/staff").statusCode()).isEqualTo(403);
  }

  @Test // JN-20
  @DisplayName("パスキーが必要な役割は、強い認証のトークンでなければパスキーを求める")
  void aRoleThatNeedsAPasskeyNeedsOneUnlessTheTokenIsAsStrong() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.ADMINISTRATOR);
    for (Object weak : List.of(List.of("pwd"), "hw", List.of(), List.of(List.of("hwk")))) {
      Browser browser = bed.browser();
      assertLedTo(
          comeBack(browser, Map.of("employee", user.value(), "amr", weak)), "/console/account");
      assertLedTo(browser.get("/console/staff"), "/console/passkey");
    }
    for (Object strong : List.of(List.of("pwd", "hwk"), "swk")) {
      Browser browser = bed.browser();
      comeBack(browser, Map.of("employee", user.value(), "amr", strong));
      assertThat(browser.get("/console/staff").statusCode()).isEqualTo(200);
    }
    assertThat(bed.operations(ISHINOMAKI, user.value()))
        .contains("LOGIN login-oidc true", "LOGIN login-oidc-strong true");
  }

  @Test // JN-24, JN-35, MU-02, MU-06
  @DisplayName("停止と無操作によるログアウトはパスワードのときと同じ")
  void suchASessionEndsLikeAnyOther() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser left = bed.browser();
    comeBack(left, claims(user.value()));
    assertThat(left.get("/console").statusCode()).isEqualTo(200);
    bed.clock.advance(Duration.ofMinutes(5));
    assertLedTo(left.get("/console"), "/console/login?ended=idle");
    Browser browser = bed.browser();
    comeBack(browser, claims(user.value()));
    assertThat(browser.get("/console").statusCode()).isEqualTo(200);
    bed.bean(DisableAccount.class).disable(administrator(ISHINOMAKI, "approver"), user, "退職のため");
    assertLedTo(browser.get("/console"), "/console/login?ended=revoked");
  }

  static Stream<Arguments> tokensOfNoUse() {
    return Stream.of(
        Arguments.of("for-another-client", Map.of("aud", List.of("another-client"))),
        Arguments.of("for-another-login", Map.of("nonce", "of-another-login")),
        Arguments.of("by-another-issuer", Map.of("iss", "https://elsewhere.example")),
        Arguments.of("over-since-an-hour", Map.of("exp", 1_700_000_000L)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokensOfNoUse")
  @DisplayName("使えないトークンではログインできない")
  void aTokenOfNoUseIsRefusedAndKept(String defect, Map<String, Object> claims) {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    int failures = failures();
    Browser browser = bed.browser();
    Map<String, Object> all = new HashMap<>(claims);
    all.put("employee", user.value());
    assertLedTo(comeBack(browser, all), REFUSED);
    assertThat(browser.get("/console").statusCode()).isEqualTo(302);
    assertThat(failures()).isEqualTo(failures + 1);
  }

  @Test
  @DisplayName("他人の画面で始めた認証の続きではログインできない")
  void whatBeganInAnotherBrowserEndsNowhere() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser attacker = bed.browser();
    URI back = signOnThere(attacker, claims(user.value()));
    String address = back.getPath() + "?" + back.getRawQuery();
    Browser victim = bed.browser();
    victim.get("/console/login");
    assertLedTo(victim.get(address), REFUSED);
    // and a code is good once
    assertLedTo(attacker.get(address), "/console/account");
    assertLedTo(attacker.get(address), REFUSED);
  }

  @Test
  @DisplayName("外部サイトから戻ったときは自サイトの画面から続ける")
  void aBrowserThatComesBackWithoutItsStrictCookieAsksAgain() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    Browser browser = bed.browser();
    URI back = signOnThere(browser, claims(user.value()));
    String cookie = browser.cookie();
    browser.takeCookie(null);
    HttpResponse<String> page = browser.get(back.getPath() + "?" + back.getRawQuery());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script");
    Matcher again = AGAIN.matcher(page.body());
    assertThat(again.find()).isTrue();
    browser.takeCookie(cookie);
    assertLedTo(browser.get(again.group(1).replace("&amp;", "&")), "/console/account");
    assertThat(browser.get("/console").statusCode()).isEqualTo(200);
    // who has no cookie at all gets no further
    assertLedTo(bed.browser().get(START + "/return?code=x&state=y&again=1"), REFUSED);
    assertThat(bed.browser().get(START + "/return?code=%22%3E%3Cb&state=y").body())
        .doesNotContain("\"><b");
  }

  @Test
  void aProviderThatDoesNotAnswerOrIsUnknownKeepsNobodyElseOut() {
    assertLedTo(bed.browser().get("/console/oidc/silent"), REFUSED);
    assertLedTo(bed.browser().get("/console/oidc/unknown"), REFUSED);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    assertThat(bed.browser().login(ISHINOMAKI.value(), user.value(), PASSWORD).statusCode())
        .isEqualTo(302);
  }

  @Test
  @DisplayName("設定しなければ無効")
  void withoutConfigurationThereIsNone() {
    StaffBed plain = new StaffBed();
    assertThat(plain.browser().get("/console/login").body()).doesNotContain("/console/oidc");
    assertLedTo(plain.browser().get(START), "/console/login");
  }

  private static Map<String, Object> claims(String employee) {
    return Map.of("employee", employee);
  }

  /** Goes to the provider, proves the person there, and comes back with what it says. */
  private static HttpResponse<String> comeBack(Browser browser, Map<String, Object> claims) {
    URI back = signOnThere(browser, claims);
    return browser.get(back.getPath() + "?" + back.getRawQuery());
  }

  private static URI signOnThere(Browser browser, Map<String, Object> claims) {
    HttpResponse<String> leave = browser.get(START);
    assertThat(leave.statusCode()).isEqualTo(302);
    String there = leave.headers().firstValue("Location").orElseThrow();
    assertThat(there)
        .startsWith(provider.authorizationEndpointUrl("city").toString())
        .contains("code_challenge=", "nonce=", "state=", "client_id=" + CLIENT);
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "city", "subject-of-the-provider", "JWT", List.of(CLIENT), claims, 60));
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(there)).GET().build(), BodyHandlers.ofString());
      return URI.create(answer.headers().firstValue("Location").orElseThrow());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int failures() {
    return count(
        """
        select count(*) from operation
         where kind = 'LOGIN_FAILED' and operation_function = 'login-oidc'
        """);
  }

  private static int accounts() {
    return count("select count(*) from staff_account");
  }

  private static int count(String query) {
    return gateway.database().everything().sql(query).query(Integer.class).single();
  }

  private static void assertLedTo(HttpResponse<String> answer, String place) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith(place));
  }
}
