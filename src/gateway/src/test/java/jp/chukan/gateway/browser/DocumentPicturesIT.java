package jp.chukan.gateway.browser;

import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.staff.StaffRole.OPERATOR;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.browser.Chromium.Look;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Takes the pictures of the documents anew; only when documents are to be written. */
@Tag("browser")
@EnabledIfSystemProperty(named = "chukan.write-documents", matches = "true")
@DisplayName("文書に載せる画面")
class DocumentPicturesIT {
  private static final Path IMAGES = Path.of("..", "..", "docs", "images");

  private static final Path LOOKS = Path.of("target", "pictures");

  @RegisterExtension
  static final Chromium browser = new Chromium(RunningGateway.at(DayAtIshinomaki.MORNING));

  private static StaffBed bed;

  @BeforeAll
  static void fill() {
    bed = new StaffBed(browser.gateway());
    DayAtIshinomaki.happensAt(browser.gateway());
  }

  @Test
  @DisplayName("ログイン、ホーム、承認待ち、稼働状況、ジョブ、処理の追跡")
  void thePicturesOfTheDocumentsAreTaken() {
    take("/console/login", "console-login");
    signIn(ISHINOMAKI, "shounin-01", OFFICER, APPROVER, AUDITOR);
    take("/console", "console-home");
    take("/console/approvals", "console-approvals");
    take("/console/exchanges/" + DayAtIshinomaki.FOLLOWED, "console-exchange");
    for (String page :
        new String[] {
          "account",
          "password",
          "passkey",
          "inquiries",
          "exchanges",
          "records",
          "evidence",
          "record-comparisons",
          "reconciliations",
          "exports",
          "permission-list",
          "operations",
          "no-such-page"
        }) {
      look("/console/" + page, page);
    }
    signIn(PLATFORM, "unyou-01", OPERATOR);
    take("/console/health", "console-health");
    take("/console/jobs?institution=" + ISHINOMAKI, "console-jobs");
    look("/console/keys", "keys");
  }

  /** Also in the dark and on a telephone, below {@code target}, to be looked at. */
  private static void take(String address, String name) {
    browser.open(address);
    assertThat(browser.status()).isEqualTo(200);
    browser.picture(IMAGES.resolve(name + ".png"), Chromium.WIDE);
    browser.look(Look.DARK);
    browser.picture(LOOKS.resolve(name + "-dark.png"), Chromium.WIDE);
    browser.look(Look.LIGHT);
    browser.picture(LOOKS.resolve(name + "-phone.png"), Chromium.PHONE);
  }

  private static void look(String address, String name) {
    browser.open(address);
    browser.picture(LOOKS.resolve(name + ".png"), Chromium.WIDE);
    browser.picture(LOOKS.resolve(name + "-phone.png"), Chromium.PHONE);
  }

  private static void signIn(InstitutionCode institution, String user, StaffRole... roles) {
    UserId id = bed.person(institution, new UserId(user), roles);
    WholeGrant.give(bed, institution, id);
    Person person = new Person(browser, institution, id);
    if (roles.length > 1) {
      person.signInWithNewPasskey();
    } else {
      person.signIn();
    }
  }
}
