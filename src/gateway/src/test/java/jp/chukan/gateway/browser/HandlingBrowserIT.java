package jp.chukan.gateway.browser;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import jp.chukan.gateway.browser.Chromium.Look;
import jp.chukan.gateway.staff.StaffBed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The console for who has no mouse, no script, or paper. */
@Tag("browser")
@DisplayName("キーボード、スクリプトなし、印刷")
class HandlingBrowserIT {
  private static final int MOST_STOPS = 40;

  private static final StaffBed bed = new StaffBed();

  @RegisterExtension static final Chromium browser = new Chromium(bed.gateway);

  private static ConsoleContents contents;

  @BeforeAll
  static void fill() {
    contents = ConsoleContents.in(bed.gateway);
  }

  @Test
  @DisplayName("キーボードだけでログインし、記録を検索できる")
  void aPersonSignsInAndSearchesByKeyboardAlone() {
    Person person = Person.of(bed, browser, ISHINOMAKI, OFFICER);
    browser.open(LoginPage.ADDRESS);
    tabTo("#institution");
    browser.keys("石巻市");
    tabTo("#user");
    browser.keys(person.user().value());
    tabTo("#password");
    browser.leave(() -> browser.keys(StaffBed.PASSWORD, Keys.ENTER));
    assertThat(browser.place()).isEqualTo("/console/account");

    browser.open("/console");
    tabTo(".menu a[href='/console/records']");
    browser.leave(() -> browser.keys(Keys.ENTER));
    tabTo("#number");
    browser.leave(() -> browser.keys(contents.held().number(), Keys.ENTER));
    assertThat(browser.all("table.records tbody tr")).hasSize(1);
    tabTo("table.records tbody a");
    browser.leave(() -> browser.keys(Keys.ENTER));
    assertThat(browser.place()).isEqualTo("/console/exchanges/" + contents.held().number());
  }

  @Test
  @DisplayName("最初のTabで「本文へ移動」が現れ、メニューを飛ばせる")
  void theFirstStopLeadsPastTheMenu() {
    Person.of(bed, browser, ISHINOMAKI, OFFICER).signIn();
    browser.open("/console/records");
    browser.tab();
    WebElement skip = browser.focused();
    assertThat(skip.getText()).isEqualTo("本文へ移動");
    assertThat(skip.getRect().getY()).isNotNegative();
    browser.keys(Keys.ENTER);
    browser.tab();
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("number");
  }

  @Test
  @DisplayName("スクリプトを止めても、ログインと検索ができる")
  void everythingButPasskeysWorksWithoutAScript() {
    Person person = Person.of(bed, browser, ISHINOMAKI, AUDITOR);
    browser.scripts(false);
    person.signIn();
    assertThat(browser.place()).isEqualTo("/console/account");

    browser.open("/console/records");
    browser.type("#number", contents.held().number());
    browser.send("#number");
    assertThat(browser.all("table.records tbody tr")).hasSize(1);

    browser.open("/console/exchanges");
    browser.type("#number", contents.held().number());
    browser.send("#number");
    assertThat(browser.place()).isEqualTo("/console/exchanges/" + contents.held().number());

    browser.open("/console/operations");
    browser.type("#user", "kakuu-01");
    browser.type("#purpose", "監査");
    browser.send("#purpose");
    assertThat(browser.text()).contains("架空の目的");

    ask();
    assertThat(browser.place()).startsWith("/console/permission-list?");
    assertThat(browser.find("#decision").getText()).contains("許可されています");
    person.signOut();
    assertThat(browser.place()).isEqualTo("/console/login?ended=signed-out");
  }

  @Test
  @DisplayName("スクリプトがあれば、検索結果だけがその場で入れ替わる")
  void withAScriptTheResultIsReplacedInPlace() {
    Person.of(bed, browser, ISHINOMAKI, AUDITOR, ADMINISTRATOR).signInWithNewPasskey();
    browser.open("/console/permission-list");
    fillQuestion();
    browser.find("#information").submit();
    browser.until(page -> browser.find("#decision").getText().contains("許可されています"));
    assertThat(browser.place()).isEqualTo("/console/permission-list");

    browser.open("/console/institutions");
    browser.type("#text", "石巻");
    browser.find("#text").submit();
    browser.until(page -> browser.find("#found").getText().contains("石巻市"));
    assertThat(browser.place()).isEqualTo("/console/institutions");
    assertThat(browser.all("h1")).hasSize(1);
  }

  @Test // JN-37
  @DisplayName("印刷されるのは記録だけで、横向きのA4に収まる")
  void whatIsPrintedIsTheRecordsAndNothingAround() {
    Person.of(bed, browser, ISHINOMAKI, AUDITOR).signIn();
    browser.open("/console/records");
    browser.type("#purpose", "監査");
    browser.send("#purpose");
    assertThat(browser.place()).isEqualTo("/console/records/print");
    browser.look(Look.PRINTED);
    for (String unwanted : new String[] {".site", ".site-end", ".no-print"}) {
      assertThat(browser.all(unwanted)).noneMatch(WebElement::isDisplayed);
    }
    assertThat(browser.find("table.records thead").isDisplayed()).isTrue();
    assertThat(browser.text()).contains(contents.held().number(), "出力日時");
    // A4 across at 96 pixels an inch, less two margins of 12 mm
    browser.width((297 - 24) * 960 / 254);
    assertThat(browser.overhang()).isNotPositive();
    assertThat(browser.script("return document.querySelector('.table').scrollWidth"))
        .isEqualTo(browser.script("return document.querySelector('.table').clientWidth"));
    assertThat(browser.printed()).startsWith("%PDF-").containsPattern("/MediaBox \\[0 0 84\\d");
  }

  private static void ask() {
    browser.open("/console/permission-list");
    fillQuestion();
    browser.send("#information");
  }

  private static void fillQuestion() {
    var draft = contents.held().draft();
    browser.type("#inquirer", draft.inquirer.value());
    browser.type("#affair", draft.affair.value());
    browser.type("#procedure", draft.procedure.value());
    browser.type("#provider", draft.provider.value());
    browser.type("#information", draft.information.value());
  }

  /** Presses TAB until the focus is there; it is to be seen at each stop. */
  private static void tabTo(String css) {
    WebElement wanted = browser.find(css);
    for (int stops = 0; stops < MOST_STOPS; stops++) {
      browser.tab();
      WebElement now = browser.focused();
      assertThat(now.getCssValue("outline-style") + " " + now.getCssValue("outline-width"))
          .as("focus on " + now.getDomProperty("outerHTML"))
          .matches("solid [2-9].*px");
      if (now.equals(wanted)) {
        return;
      }
    }
    throw new AssertionError("TAB does not lead to " + css);
  }
}
