package jp.chukan.gateway.staff;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import jp.chukan.gateway.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("管理端末の入口")
class ConsoleDoorIT {
  private final StaffBed bed = new StaffBed();

  @ParameterizedTest // MS-93
  @ValueSource(
      strings = {
        "/",
        "/operation/institution-masters",
        "/municipal/provision-records",
        "/network/permission-lists",
        "/actuator/health",
        "/error",
        "/consoles",
        "/console/../municipal/provision-records",
        "/console/%2e%2e/municipal/provision-records"
      })
  void thePortOfTheConsoleAnswersNothingElse(String path) throws Exception {
    assertThat(get(null, bed.gateway.consoleUri(path)).statusCode()).isIn(400, 404);
    assertThat(get("operator-client", bed.gateway.consoleUri(path)).statusCode()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console", "/console/login", "/console/assets/passkey.js", "/console;x"})
  void theConsoleAnswersAtNoOtherPort(String path) throws Exception {
    assertThat(get("operator-client", bed.gateway.uri(path)).statusCode()).isEqualTo(404);
    assertThat(get(null, bed.gateway.managementUri(path)).statusCode()).isIn(403, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/login", "/console/first", "/console/account"})
  void everyAnswerCarriesTheHeadersThatProtectIt(String path) {
    HttpResponse<String> answer = bed.browser().get(path);
    assertHeader(
        answer,
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    assertHeader(answer, "X-Content-Type-Options", "nosniff");
    assertHeader(answer, "Referrer-Policy", "no-referrer");
    assertHeader(answer, "X-Frame-Options", "DENY");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(answer.body()).doesNotContain("<script>", "<style", "style=", "onclick");
  }

  @Test
  void theCookieStaysWithTheBrowserAndThisHost() {
    HttpResponse<String> answer = bed.browser().get("/console/login");
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .startsWith(Browser.COOKIE + "=")
                    .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Strict")
                    .doesNotContain("Domain"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/console/login", "/console/first", "/console/logout", "/console/password"})
  void aFormWithoutTheTokenOfItsPageIsRefused(String path) {
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.OFFICER));
    assertThat(browser.post(path, Map.of(), "made-up").statusCode()).isEqualTo(403);
    assertThat(browser.get("/console/account").statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsNotSignedInIsLedToTheLogin() {
    for (String path : new String[] {"/console", "/console/account", "/console/anything"}) {
      HttpResponse<String> answer = bed.browser().get(path);
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location"))
          .hasValueSatisfying(place -> assertThat(place).endsWith("/console/login"));
    }
  }

  @Test
  void aPageThatDoesNotExistIsToldAsAPage() {
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.OFFICER));
    HttpResponse<String> answer = browser.get("/console/no-such-page");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("見つかりませんでした。", "SCM-0602");
  }

  @Test // MS-93
  @ExtendWith(OutputCaptureExtension.class)
  void aPageThatBreaksWhileItIsDrawnShowsNothingOfItself(CapturedOutput output) {
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.OFFICER));
    HttpResponse<String> answer = browser.get("/console/test/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("SYM-0901", "</html>").doesNotContain("花子", "broken");
    assertThat(output).contains("fault around a page").doesNotContain("花子");
  }

  @Test // JN-24
  @DisplayName("だれがログインしているかを調べられないときも、画面として伝える")
  void whoCannotBeLookedUpIsToldByAPage() {
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.OFFICER));
    var database = bed.gateway.database().everything();
    database.sql("revoke select on staff_session from chukan_app").update();
    try {
      HttpResponse<String> answer = browser.get("/console/account");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("SYM-0901", "</html>");
      assertHeader(answer, "X-Frame-Options", "DENY");
    } finally {
      database.sql("grant select on staff_session to chukan_app").update();
    }
    assertThat(browser.get("/console/account").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(@Nullable String certificate, URI uri)
      throws IOException, InterruptedException {
    return bed.gateway
        .client(certificate)
        .send(HttpRequest.newBuilder(uri).GET().build(), BodyHandlers.ofString());
  }

  private static void assertHeader(HttpResponse<String> answer, String name, String value) {
    assertThat(answer.headers().firstValue(name)).hasValue(value);
  }
}
