package jp.chukan.gateway.browser;

import static jp.chukan.gateway.console.CaseBed.GROUND;
import static jp.chukan.gateway.console.CaseBed.PER_INCOME_VALUE;
import static jp.chukan.gateway.console.CaseBed.TEXT_VALUE;
import static jp.chukan.gateway.staff.GrantedFunction.PROVISION;
import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.gateway.console.CaseBed;
import jp.chukan.gateway.console.CaseBed.Held;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * From an institution without any staff to the answer that the inquirer reads. Each person does
 * each step at a page; nothing is put in place behind them.
 */
@Tag("browser")
@DisplayName("最初の団体管理者から、照会者に届く回答まで")
class WholePathBrowserIT {
  private static final CaseBed bed = new CaseBed();

  @RegisterExtension static final Chromium administration = new Chromium(bed.staff.gateway);
  @RegisterExtension static final Chromium officers = new Chromium(bed.staff.gateway);
  @RegisterExtension static final Chromium approvers = new Chromium(bed.staff.gateway);

  @Test // JN-14, JN-17, JN-20, MS-05, MS-06, MS-07, MS-11, MS-70, MS-72, MU-07, MU-13
  @DisplayName("一人も職員のいない団体で、登録、権限、作成、承認を経て、照会者が回答を読む")
  void fromTheOneTimeCodeToTheAnswerThatTheInquirerReads() throws Exception {
    Person first = firstAdministrator();
    Person second = employ(first, first, administration, ADMINISTRATOR);
    Person officer = employ(first, second, officers, OFFICER);
    Person approver = employ(first, second, approvers, APPROVER);
    approvers.open("/console/approvals");
    assertThat(approvers.place()).isEqualTo(PasskeyPage.ADDRESS);
    prove(approvers);

    Held held = bed.hold();
    assertThat(lists(officers, held)).isFalse();
    grant(first, second, officer);
    grant(first, second, approver);

    CasePage prepared = CasePage.open(officers, held.id());
    List<String> seen = prepared.outgoing();
    prepared.decide("PROVIDE", GROUND);
    assertThat(bed.anythingLeft(held)).isFalse();
    CasePage.open(approvers, held.id()).decide("APPROVE", "");

    assertThat(bed.read(held).items().stream().map(ProvidedInformation.Item::value))
        .containsExactlyElementsOf(seen)
        .containsExactly(TEXT_VALUE, "3500", PER_INCOME_VALUE);
    assertThat(officers.status()).isEqualTo(200);
    assertThat(whoActed(held)).contains(officer.user().value(), approver.user().value());
  }

  /** With the code that the operator hands over, and a passkey before any page that counts. */
  private static Person firstAdministrator() {
    Person first = new Person(administration, ISHINOMAKI, StaffBed.freshUser());
    FirstPage.open(administration)
        .enrol(
            "石巻市",
            first.user().value(),
            FirstPage.code(bed.staff, ISHINOMAKI, first.user()),
            StaffBed.PASSWORD);
    first.signIn();
    administration.open("/console/staff");
    assertThat(administration.place()).isEqualTo(PasskeyPage.ADDRESS);
    prove(administration);
    return first;
  }

  /** Applied for by one, approved by another; the person chooses a password at the first login. */
  private static Person employ(
      Person applicant, Person administrator, Chromium place, StaffRole role) {
    Person person = new Person(place, ISHINOMAKI, StaffBed.freshUser());
    applicant.signInWithPasskey();
    new AccountPages(administration).apply(person.user(), "架空 次郎", role);
    administrator.signInWithPasskey();
    String initial = new AccountPages(administration).approve(person.user());
    person.signInFirst(initial);
    if (role == ADMINISTRATOR) {
      prove(place);
    }
    assertThat(place.status()).isEqualTo(200);
    return person;
  }

  /** Applied for by one, given by another. */
  private static void grant(Person applicant, Person administrator, Person person) {
    applicant.signInWithPasskey();
    String number = GrantPage.apply(administration, person.user(), PROVISION).number();
    administrator.signInWithPasskey();
    GrantPage.open(administration, number).give();
  }

  /** Enrols a passkey and proves the person by it. */
  private static void prove(Chromium browser) {
    PasskeyPage page = PasskeyPage.open(browser);
    assertThat(page.mode()).isEqualTo("enrolment");
    page.use();
    PasskeyPage.open(browser).use();
  }

  private static boolean lists(Chromium browser, Held held) {
    browser.open("/console/approvals");
    assertThat(browser.status()).isEqualTo(200);
    return !browser.all("a[href='" + held.path() + "']").isEmpty();
  }

  /** The history of the case, as the officer reads it. */
  private static String whoActed(Held held) {
    officers.open(held.path() + "/history");
    officers.type("#purpose", "審査の確認");
    officers.send("#purpose");
    return officers.text();
  }
}
