package jp.chukan.gateway.browser;

import static jp.chukan.gateway.browser.GrantPage.REASON;
import static jp.chukan.gateway.staff.GrantedFunction.INQUIRY;
import static jp.chukan.gateway.staff.GrantedFunction.PROVISION;
import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.browser.Chromium.Look;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.TestGrants;
import jp.chukan.gateway.testing.ProvisionDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebElement;

/** At one browser sits a person of つくば市, at the other one who decides what that person may do. */
@Tag("browser")
@DisplayName("ブラウザでの権限の申請、付与、点検、取消し")
class GrantsBrowserIT {
  private static final String REVIEW = "/console/grants";

  private static final StaffBed bed = new StaffBed();

  @RegisterExtension static final Chromium people = new Chromium(bed.gateway);
  @RegisterExtension static final Chromium deciders = new Chromium(bed.gateway);

  private Person officer;

  @BeforeEach
  void nobodyHasAGrant() {
    TestGrants.on(bed.gateway.database()).inForce(TSUKUBA);
    officer = signIn(people, OFFICER);
    assertThat(officerMaySearch()).isFalse();
  }

  @Test // MS-11, MU-07, MU-13
  @DisplayName("承認者が申請し団体管理者が付与すると、本人の次の画面から使える")
  void whatOneAppliesForAndAnotherGivesHoldsFromTheNextPageOn() {
    Person applicant = signIn(deciders, APPROVER);
    GrantPage asked = GrantPage.apply(deciders, officer.user(), PROVISION);
    assertThat(asked.told()).contains("申請しました");
    assertThat(asked.offersToGive()).isFalse();
    String number = asked.number();
    assertThat(officerMaySearch()).isFalse();

    Person administrator = signIn(deciders, ADMINISTRATOR);
    GrantPage given = GrantPage.open(deciders, number);
    assertThat(given.facts()).contains("提供", REASON, "承認待ち");
    given.give();
    assertThat(given.told()).contains("権限を付与しました");
    assertThat(officerMaySearch()).isTrue();
    assertThat(given.facts())
        .anyMatch(fact -> fact.startsWith(applicant.user().value()))
        .anyMatch(fact -> fact.startsWith(administrator.user().value()));
  }

  @Test // MS-23
  @DisplayName("照会の権限では、提供に関わる画面は使えない")
  void aGrantToInquireOpensNothingThatIsForProvision() {
    signIn(deciders, APPROVER);
    String number = GrantPage.apply(deciders, officer.user(), INQUIRY).number();
    signIn(deciders, ADMINISTRATOR);
    GrantPage.open(deciders, number).give();
    assertThat(officerMaySearch()).isFalse();
  }

  @Test // MU-13
  @DisplayName("申請した本人には付与が示されず、送っても行われない")
  void whoAppliedDoesNotGive() {
    signIn(deciders, ADMINISTRATOR);
    GrantPage asked = GrantPage.apply(deciders, officer.user(), PROVISION);
    assertThat(asked.offersToGive()).isFalse();
    assertThat(deciders.text()).contains("申請者でも本人でもない団体管理者が処理します");
    forgeGiving();
    assertThat(deciders.status()).isEqualTo(403);
    assertThat(asked.told()).contains("SCM-0411");
    assertThat(officerMaySearch()).isFalse();
  }

  @Test // MU-13
  @DisplayName("権限を受ける本人が団体管理者でも、自分には付与できない")
  void nobodyGivesToOneself() {
    Person both = signIn(people, OFFICER, ADMINISTRATOR);
    signIn(deciders, APPROVER);
    String number = GrantPage.apply(deciders, both.user(), PROVISION).number();
    GrantPage own = GrantPage.open(people, number);
    assertThat(own.offersToGive()).isFalse();
    assertThat(people.text()).contains("申請者でも本人でもない団体管理者が処理します");
    assertThat(officerMaySearch()).isFalse();
  }

  @Test // MU-13
  @DisplayName("二人の団体管理者のうち遅い方には、先の却下とその理由が示される")
  void theSlowerOfTwoAdministratorsIsToldWhatTheFirstDecided() {
    signIn(deciders, APPROVER);
    String number = GrantPage.apply(deciders, officer.user(), PROVISION).number();
    Person first = signIn(deciders, ADMINISTRATOR);
    GrantPage refused = GrantPage.open(deciders, number);
    signIn(people, ADMINISTRATOR);
    GrantPage late = GrantPage.open(people, number);
    refused.refuse("担当ではないため");
    assertThat(refused.told()).contains("却下しました");
    late.give();
    assertThat(people.status()).isEqualTo(409);
    assertThat(late.told()).contains("SCM-0410");
    assertThat(late.facts()).contains("却下", "担当ではないため");
    assertThat(people.text()).contains(first.user().value());
    officer.signIn();
    assertThat(officerMaySearch()).isFalse();
  }

  @Test // MU-07
  @DisplayName("取り下げた申請は、団体管理者の一覧から消える")
  void whatWasWithdrawnWaitsForNobody() {
    Person applicant = signIn(deciders, APPROVER);
    GrantPage asked = GrantPage.apply(deciders, officer.user(), PROVISION);
    String number = asked.number();
    asked.withdraw();
    assertThat(asked.told()).contains("申請を取り下げました");
    assertThat(asked.facts()).contains("取下げ");
    signIn(deciders, ADMINISTRATOR);
    deciders.open(GrantPage.LIST);
    assertThat(deciders.all("a[href$='/" + number + "']")).isEmpty();
    applicant.signInWithPasskey();
    GrantPage.open(deciders, number);
    assertThat(asked.offersToGive()).isFalse();
  }

  @Test // JN-35, MU-06
  @DisplayName("取り消すとすぐに使えなくなり、ログイン中の本人は次の操作で外に出る")
  void whatIsRevokedEndsAtOnceAndSoDoesTheSessionOfThePerson() {
    give(officer.user());
    assertThat(officerMaySearch()).isTrue();
    deciders.open(REVIEW);
    deciders.press("a[href^='/console/grants/revocation']");
    assertThat(deciders.text()).contains(officer.user().value(), "本人のログインも終わります");
    deciders.type("#reason", "異動のため");
    deciders.send("#reason");
    assertThat(deciders.place()).isEqualTo(REVIEW + "?done=revoked");
    assertThat(deciders.text()).contains("権限を取り消しました", "権限はありません");

    people.press(".menu a[href='/console/records']");
    assertThat(people.place()).isEqualTo("/console/login?ended=revoked");
    assertThat(people.text()).doesNotContain(officer.user().value());
    officer.signIn();
    assertThat(officerMaySearch()).isFalse();
    deciders.open("/console/staff/account?user=" + officer.user());
    assertThat(deciders.text()).contains("異動のため", "取消");
  }

  @Test // MS-22, JN-36
  @DisplayName("点検の一覧は、誰がなぜ与えたかと、見直すべきことを示す")
  void theReviewShowsWhereEachGrantCameFromAndWhatToLookAt() {
    LocalDate today = JapanDay.of(bed.clock.instant());
    TestGrants.on(bed.gateway.database())
        .inForce(TSUKUBA, grant(new UserId("dareka-01"), today.plusDays(30)));
    Person administrator = give(officer.user());
    signIn(deciders, AUDITOR);
    deciders.open(REVIEW);
    assertThat(rows())
        .hasSize(2)
        .anySatisfy(row -> assertThat(row).contains("dareka-01", "アカウントなし", "30日以内に終了"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains(
                        officer.user().value(),
                        REASON,
                        "付与 " + administrator.user(),
                        ProvisionDraft.AFFAIR.value()));
    deciders.press(".switch a[href$='by=affair']");
    assertThat(deciders.find("thead th").getText()).isEqualTo("事務");
    assertThat(rows())
        .hasSize(2)
        .allSatisfy(
            row -> assertThat(row).containsPattern("^\\S+ " + ProvisionDraft.AFFAIR.value()));
    assertThat(deciders.all("main form, a[href^='/console/grants/revocation']")).isEmpty();
  }

  @Test // JN-21, JN-37
  @DisplayName("団体管理者は目的を入れて一覧を印刷し、紙には一覧だけが載る")
  void anAdministratorPrintsTheReviewForAPurpose() {
    give(officer.user());
    deciders.open(REVIEW);
    deciders.type("#purpose", "定期点検");
    deciders.send("#purpose");
    assertThat(deciders.place()).isEqualTo(REVIEW + "/print");
    deciders.look(Look.PRINTED);
    for (String unwanted : List.of(".site", ".site-end", ".no-print")) {
      assertThat(deciders.all(unwanted)).noneMatch(WebElement::isDisplayed);
    }
    assertThat(deciders.text()).contains("出力日時", officer.user().value(), REASON);
    assertThat(deciders.printed()).startsWith("%PDF-");
  }

  @Test // MU-07
  @DisplayName("スクリプトを止めても、申請から付与まで行える")
  void itIsDoneWithoutAScript() {
    signIn(deciders, APPROVER);
    deciders.scripts(false);
    String number = GrantPage.apply(deciders, officer.user(), PROVISION).number();
    deciders.scripts(true);
    signIn(deciders, ADMINISTRATOR);
    deciders.scripts(false);
    GrantPage.open(deciders, number).give();
    assertThat(officerMaySearch()).isTrue();
  }

  /** Both sides of it, at the one browser; who gave is signed in afterwards. */
  private static Person give(UserId user) {
    signIn(deciders, APPROVER);
    String number = GrantPage.apply(deciders, user, PROVISION).number();
    Person administrator = signIn(deciders, ADMINISTRATOR);
    GrantPage.open(deciders, number).give();
    return administrator;
  }

  /** As somebody would who changes the page before sending it. */
  private static void forgeGiving() {
    deciders.script(
        "arguments[0].action = arguments[0].action.replace('withdrawal', 'giving'); return true",
        deciders.find("form[action$='/withdrawal']"));
    deciders.press("form[action$='/giving'] button");
  }

  /** Whether who sits there is offered to look for a 「副本」, which takes a grant to provide. */
  private static boolean officerMaySearch() {
    people.open(ReplicaPage.ADDRESS);
    assertThat(people.status()).isEqualTo(200);
    boolean offered = !people.all("#addressee").isEmpty();
    assertThat(people.text().contains("副本を扱う権限がありません")).isNotEqualTo(offered);
    return offered;
  }

  private static List<String> rows() {
    return deciders.all("tbody tr").stream().map(WebElement::getText).toList();
  }

  private static Grant grant(UserId user, LocalDate to) {
    return new Grant(
        user,
        StaffBed.DEPARTMENT,
        ProvisionDraft.AFFAIR,
        PROVISION,
        JapanDay.of(bed.clock.instant()),
        to,
        "試験");
  }

  private static Person signIn(Chromium browser, StaffRole... roles) {
    Person person = new Person(browser, TSUKUBA, bed.person(TSUKUBA, roles));
    boolean passkey = List.of(roles).contains(APPROVER) || List.of(roles).contains(ADMINISTRATOR);
    return passkey ? person.signInWithNewPasskey() : person.signIn();
  }
}
