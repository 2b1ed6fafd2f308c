package jp.chukan.gateway.browser;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.staff.StaffRole.OPERATOR;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.gateway.browser.Chromium.Look;
import jp.chukan.gateway.browser.ConsoleMap.Entry;
import jp.chukan.gateway.staff.StaffBed;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for each page, walked from the list of pages that the server itself has. */
@Tag("browser")
@DisplayName("ブラウザで見るすべての画面")
class EveryPageBrowserIT {
  private static final StaffBed bed = new StaffBed();

  @RegisterExtension static final Chromium browser = new Chromium(bed.gateway);

  private static ConsoleContents contents;

  @BeforeAll
  static void fill() {
    contents = ConsoleContents.in(bed.gateway);
  }

  @Test
  @DisplayName("明るい配色でも暗い配色でも、どの画面にも利用上の障壁がない")
  void noPageHasABarrierInLightOrDark() {
    SoftAssertions softly = new SoftAssertions();
    for (Visit visit : visits()) {
      visit.go();
      for (Look look : List.of(Look.LIGHT, Look.DARK)) {
        browser.look(look);
        softly
            .assertThat(Accessibility.violations(browser))
            .as("%s %s", visit.address, look)
            .isEmpty();
      }
    }
    softly.assertAll();
  }

  @Test
  @DisplayName("幅320ピクセルでも、どの画面も横に送らずに読める")
  void noPageScrollsSidewaysOnAPhone() {
    SoftAssertions softly = new SoftAssertions();
    browser.width(320);
    for (Visit visit : visits()) {
      visit.go();
      softly.assertThat(browser.overhang()).as(visit.address).isNotPositive();
    }
    softly.assertAll();
  }

  @Test
  @DisplayName("どの画面も英語に切り替わり、切り替えるまでは日本語である")
  void everyPageIsJapaneseUntilSomebodySwitchesToEnglish() {
    SoftAssertions softly = new SoftAssertions();
    List<Visit> visits = visits();
    for (String language : List.of("ja", "en")) {
      if (language.equals("en")) {
        browser.press(".languages a[lang=en]");
      }
      for (Visit visit : visits) {
        visit.go();
        softly
            .assertThat(browser.find("html").getDomAttribute("lang"))
            .as("%s", visit.address)
            .isEqualTo(language);
        softly
            .assertThat(browser.find("h1").getText().codePoints().allMatch(c -> c < 0x3000))
            .as("%s in %s: %s", visit.address, language, browser.find("h1").getText())
            .isEqualTo(language.equals("en"));
      }
    }
    softly.assertAll();
  }

  @Test // MS-93
  @DisplayName("運用事業者は稼働状況を見られ、個人に関わる画面はすべて403になる")
  void theOperatorSeesHowThePlatformRunsAndNothingElse() {
    Person.of(bed, browser, PLATFORM, OPERATOR).signIn();
    browser.open("/console/health");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text()).contains("各部の状態");

    SoftAssertions softly = new SoftAssertions();
    for (Entry page : ConsoleMap.pages(bed.gateway)) {
      if (page.roles().isEmpty() || Set.of("/console", "/console/health").contains(page.pattern())) {
        continue;
      }
      browser.open(address(page));
      softly.assertThat(browser.status()).as(page.toString()).isEqualTo(403);
      softly.assertThat(browser.text()).as(page.toString()).doesNotContain(contents.held().number());
    }
    softly.assertAll();
  }

  /** A page as somebody sees it who may. */
  private record Visit(String address) {
    void go() {
      browser.open(address);
      assertThat(browser.place()).isEqualTo(address);
      assertThat(browser.status()).as(address).isEqualTo(200);
    }
  }

  /** Signs in who may see all of them. */
  private static List<Visit> visits() {
    Person.of(bed, browser, ISHINOMAKI, OFFICER, APPROVER, AUDITOR, ADMINISTRATOR)
        .signInWithNewPasskey();
    List<Visit> visits =
        ConsoleMap.pages(bed.gateway).stream()
            .filter(page -> !page.roles().equals(Set.of(OPERATOR)))
            .flatMap(page -> Stream.of(new Visit(address(page))))
            .toList();
    assertThat(visits).hasSizeGreaterThan(10);
    return visits;
  }

  private static String address(Entry page) {
    return page.hasNumber()
        ? page.with(
            contents
                .numberFor(page.pattern())
                .orElseThrow(() -> new AssertionError("no number is known for " + page)))
        : page.pattern();
  }
}
