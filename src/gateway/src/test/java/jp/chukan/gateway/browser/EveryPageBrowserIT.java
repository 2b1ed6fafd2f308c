package jp.chukan.gateway.browser;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.staff.StaffRole.OPERATOR;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.gateway.browser.Chromium.Look;
import jp.chukan.gateway.browser.ConsoleMap.Entry;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.StaffBed;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebElement;

/** What holds for each page, walked from the list of pages that the server itself has. */
@Tag("browser")
@DisplayName("ブラウザで見るすべての画面")
class EveryPageBrowserIT {
  private static final int BEFORE_JAPANESE = 0x3000;

  private static final StaffBed bed = new StaffBed();

  @RegisterExtension static final Chromium browser = new Chromium(bed.gateway);

  private static ConsoleContents contents;
  private static List<Face> japanese;
  private static List<Face> english;

  private final SoftAssertions softly = new SoftAssertions();

  /**
   * A page as it looked.
   *
   * @param barriers what axe-core has against it, in light and dark colours
   * @param overhang pixels by which it is wider than a window of 320
   */
  private record Face(
      String place,
      String language,
      String heading,
      String text,
      List<String> barriers,
      long overhang) {

    boolean hasJapaneseHeading() {
      return heading.codePoints().anyMatch(letter -> letter > BEFORE_JAPANESE);
    }
  }

  @BeforeAll
  static void lookAtEveryPage() {
    contents = ConsoleContents.in(bed.gateway);
    japanese = walk();
    browser.press(".languages a[lang=en]");
    english = walk();
  }

  @AfterEach
  void allOfThem() {
    softly.assertAll();
  }

  @Test
  @DisplayName("明るい配色でも暗い配色でも、どの画面にも利用上の障壁がない")
  void noPageHasABarrierInLightOrDark() {
    for (Face face : all()) {
      softly.assertThat(face.barriers).as(face.place).isEmpty();
    }
  }

  @Test
  @DisplayName("幅320ピクセルでも、どの画面も横に送らずに読める")
  void noPageScrollsSidewaysOnAPhone() {
    for (Face face : all()) {
      softly.assertThat(face.overhang).as(face.place).isNotPositive();
    }
  }

  @Test
  @DisplayName("切り替えるまで、どの画面も日本語である")
  void everyPageIsJapaneseUntilSomebodySwitches() {
    for (Face face : japanese) {
      softly.assertThat(face.language).as(face.place).isEqualTo("ja");
      softly.assertThat(face.hasJapaneseHeading()).as(face.place + face.heading).isTrue();
    }
  }

  @Test
  @DisplayName("英語に切り替えると、どの画面も英語になる")
  void everyPageIsEnglishOnceSomebodySwitched() {
    for (Face face : english) {
      softly.assertThat(face.language).as(face.place).isEqualTo("en");
      softly.assertThat(face.hasJapaneseHeading()).as(face.place + face.heading).isFalse();
    }
  }

  @Test
  @DisplayName("どの画面にも、足りない言葉がない")
  void noPageLacksAText() {
    for (Face face : all()) {
      softly.assertThat(face.text).as(face.place).doesNotContain("??");
    }
  }

  @Test
  @DisplayName("操作ログの機能は、符号だけでなく名前で示される")
  void theOperationLogNamesWhatWasDone() {
    Person.of(bed, browser, ISHINOMAKI, AUDITOR).signIn();
    browser.open("/console/operations");
    browser.type("#purpose", "監査");
    browser.send("#purpose");
    assertThat(browser.text()).contains("アカウントの承認", "副本の申請");
    assertThat(browser.all("td > code.small:first-child"))
        .extracting(WebElement::getText)
        .isEmpty();
  }

  @Test // MS-93, JN-31
  @DisplayName("運用事業者は稼働状況を見られ、個人に関わる画面はすべて403になる")
  void theOperatorSeesHowThePlatformRunsAndNothingElse() {
    Person.of(bed, browser, PLATFORM, OPERATOR).signIn();
    browser.open("/console/health");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text()).contains("各部の状態");
    for (Entry page : ConsoleMap.pages(bed.gateway)) {
      if (page.roles().isEmpty() || isTheOperators(page)) {
        continue;
      }
      browser.open(contents.addressOf(page));
      softly.assertThat(browser.status()).as(page.toString()).isEqualTo(403);
      softly
          .assertThat(browser.find("main").getText())
          .as(page.toString())
          .contains("SCM-0601")
          .doesNotContain(contents.held().number());
    }
  }

  private static boolean isTheOperators(Entry page) {
    return Set.of(
            "/console",
            "/console/health",
            "/console/jobs",
            "/console/jobs/runs",
            "/console/keys",
            "/console/queues",
            "/console/statistics")
        .contains(page.pattern());
  }

  private static List<Face> all() {
    return Stream.concat(japanese.stream(), english.stream()).toList();
  }

  /** Looks at every page and its other faces: before the login, as who may see it, refused. */
  private static List<Face> walk() {
    List<Face> seen = new ArrayList<>();
    for (String address : List.of("/console/login?ended=idle", "/console/first")) {
      seen.add(visit(address));
    }
    Person.of(bed, browser, ISHINOMAKI, OFFICER, APPROVER, AUDITOR, ADMINISTRATOR)
        .signInWithNewPasskey();
    LedPages led = new LedPages(browser, contents);
    for (Entry page : ConsoleMap.pages(bed.gateway)) {
      if (led.know(page)) {
        led.to(page);
        seen.add(look());
      } else if (!page.roles().equals(Set.of(OPERATOR))) {
        seen.add(visit(contents.addressOf(page)));
      }
    }
    seen.addAll(opened(led));
    seen.add(visit("/console/approvals?all=1"));
    seen.add(visit("/console/institutions?text=0220"));
    seen.add(visit("/console/permission-list?" + contents.question()));
    seen.add(search("/console/records", "/console/records/print"));
    seen.add(search("/console/operations", "/console/operations"));
    seen.add(review());
    seen.add(search("/console/grants", "/console/grants/print"));
    browser.open("/console/no-such-page");
    seen.add(look());
    Person.of(bed, browser, PLATFORM, OPERATOR).signIn();
    seen.add(visit("/console"));
    seen.add(visit("/console/health"));
    seen.add(visit("/console/queues"));
    seen.add(visit("/console/keys"));
    seen.add(visit("/console/statistics"));
    seen.add(visit("/console/jobs"));
    seen.add(visit("/console/jobs/runs?job=check-certificates"));
    return seen;
  }

  /** What is shown at an address of before once a purpose is stated, or a deed is done. */
  private static List<Face> opened(LedPages led) {
    List<Face> seen = new ArrayList<>();
    String held = "/console/approvals/" + contents.held().id();
    for (Runnable way :
        List.<Runnable>of(
            led::replica,
            led::proposal,
            led::initialPassword,
            () -> led.forPurpose(held),
            () -> led.forPurpose("/console/reconciliations/" + contents.reconciliation()),
            () -> led.forPurpose(held + "/history"))) {
      way.run();
      assertThat(browser.status()).as(browser.place()).isEqualTo(200);
      seen.add(look());
    }
    return seen;
  }

  private static Face visit(String address) {
    browser.open(address);
    assertThat(browser.place()).isEqualTo(address);
    assertThat(browser.status()).as(address).isEqualTo(200);
    return look();
  }

  /** Asks for what is shown only for a purpose. */
  private static Face search(String page, String result) {
    browser.open(page);
    browser.type("#purpose", "監査");
    browser.send("#purpose");
    assertThat(browser.place()).isEqualTo(result);
    assertThat(browser.all("table tbody tr")).isNotEmpty();
    return look();
  }

  /** 「操作ログの点検」 of today, on which something was done. */
  private static Face review() {
    browser.open("/console/operations/review");
    String today = JapanDay.of(bed.clock.instant()).toString();
    browser.day("#from", today);
    browser.day("#to", today);
    browser.type("#purpose", "監査");
    browser.send("#purpose");
    assertThat(browser.all("table tbody tr")).isNotEmpty();
    return look();
  }

  private static Face look() {
    // what breaks off half way has been sent with 200
    assertThat(browser.all(".site-end")).as(browser.place()).hasSize(1);
    List<String> barriers = new ArrayList<>();
    // the language changes nothing about the rest
    if (japanese == null) {
      browser.look(Look.DARK);
      barriers.addAll(Accessibility.violations(browser));
      browser.look(Look.LIGHT);
      barriers.addAll(Accessibility.violations(browser));
    }
    browser.width(Chromium.PHONE);
    long overhang = browser.overhang();
    browser.width(Chromium.WIDE);
    return new Face(
        browser.place(),
        String.valueOf(browser.find("html").getDomAttribute("lang")),
        browser.find("h1").getText(),
        browser.text(),
        barriers,
        overhang);
  }
}
