package jp.chukan.gateway.browser;

import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_FLAG;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_NAME;
import static jp.chukan.gateway.testing.ProvisionDraft.RELATIONSHIP;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.chukan.gateway.console.TerminalBed;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/**
 * At one browser sits who enters what is to become of a 「副本」; at the other sit, in turn, those who
 * check and approve it.
 */
@Tag("browser")
@DisplayName("ブラウザでの端末からの副本の登録、訂正、削除")
class ReplicasBrowserIT {
  private static final String BEFORE = "架空 世帯主";
  private static final String AFTER = "架空 訂正後";
  private static final String REASON = "届出のとおり";

  private static final TerminalBed bed = new TerminalBed();
  private static final StaffBed staff = new StaffBed(bed.gateway());

  @RegisterExtension static final Chromium enterers = new Chromium(bed.gateway());
  @RegisterExtension static final Chromium deciders = new Chromium(bed.gateway());

  private String person;

  @BeforeEach
  void signIn() {
    bed.directoryAnswers();
    Person.of(staff, enterers, ISHINOMAKI, OFFICER).signIn();
    person = bed.person(BEFORE);
  }

  @Test // MS-54, MS-55, MU-13, MU-25, JN-38
  @DisplayName("訂正は、二人が確認し承認者が承認して、はじめて有効になる")
  void aCorrectionTakesEffectOnceTwoHaveCheckedAndOneHasApproved() {
    String number = correct();
    assertThat(new ProposalPage(enterers).state()).isEqualTo("確認待ち(1人目)");
    ProposalPage first = check(number, OFFICER);
    assertThat(first.state()).isEqualTo("確認待ち(2人目)");
    ProposalPage second = check(number, APPROVER);
    assertThat(second.state()).isEqualTo("承認待ち");
    assertThat(bed.state(number)).isEqualTo("CHECKED");
    assertThat(shownHeadName()).isEqualTo(BEFORE);

    approve(number);
    assertThat(bed.state(number)).isEqualTo("APPROVED");
    assertThat(shownHeadName()).isEqualTo(AFTER);
    ProposalPage done = ProposalPage.open(enterers, number);
    assertThat(done.state()).isEqualTo("承認済み");
    assertThat(done.changes()).containsExactly(List.of("世帯主氏名", BEFORE, AFTER));
    assertThat(done.steps()).containsExactly("申請", "確認", "確認", "承認");
  }

  @Test // MS-54, MU-13
  @DisplayName("申請した本人にも、確認した本人にも、その先は示されず、送っても行われない")
  void onePersonTakesOnePartOnly() {
    Person.of(staff, enterers, ISHINOMAKI, OFFICER, APPROVER).signInWithNewPasskey();
    String number = correct();
    ProposalPage own = ProposalPage.open(enterers, number);
    assertNothingButWithdrawal(own);
    own.forge("WITHDRAW", "CONFIRM");
    assertThat(enterers.status()).isEqualTo(403);
    assertThat(own.refusal()).contains("DBM-0305");

    check(number, APPROVER);
    ProposalPage checked = ProposalPage.open(deciders, number);
    assertNothingButWithdrawal(checked);
    assertThat(deciders.text()).contains("できる操作は、今はありません");
    Person.of(staff, deciders, ISHINOMAKI, OFFICER).signIn();
    ProposalPage.open(deciders, number).take("CONFIRM", "");
    own = ProposalPage.open(enterers, number);
    assertNothingButWithdrawal(own);
    own.forge("WITHDRAW", "APPROVE");
    assertThat(own.refusal()).contains("DBM-0305");
    assertThat(bed.state(number)).isEqualTo("CHECKED");
  }

  @Test // MS-54, MS-55
  @DisplayName("差し戻された申請は理由とともに本人に戻り、直すと確認は初めからになる")
  void whatWasReturnedIsEnteredAnewAndCheckedFromTheBeginning() {
    String number = correct();
    check(number, OFFICER);
    Person.of(staff, deciders, ISHINOMAKI, OFFICER).signIn();
    ProposalPage returned = ProposalPage.open(deciders, number);
    returned.take("RETURN", "");
    assertThat(returned.refusal()).contains("SYM-0107");
    returned.take("RETURN", "旧字体を確かめること");
    assertThat(returned.state()).isEqualTo("差戻し");

    ProposalPage back = ProposalPage.open(enterers, number);
    assertThat(enterers.text()).contains("旧字体を確かめること");
    ReplicaPage again = back.revise();
    assertThat(again.typed(HEAD_NAME)).isEqualTo(AFTER);
    assertThat(enterers.text()).contains("現在の値: " + BEFORE);
    again.type(HEAD_NAME, "架空 再申請").enter(REASON);
    assertThat(bed.state(number)).isEqualTo("ENTERED");

    check(number, OFFICER);
    check(number, OFFICER);
    approve(number);
    assertThat(shownHeadName()).isEqualTo("架空 再申請");
    assertThat(ProposalPage.open(enterers, number).steps())
        .containsExactly("申請", "確認", "差戻し", "再申請", "確認", "確認", "承認");
  }

  @Test // MS-54, MS-63
  @DisplayName("削除は消えるものを示して確かめられ、承認の後に副本がなくなる")
  void aDeletionShowsWhatGoesAndTakesItAwayOnceApproved() {
    String number = ReplicaPage.search(enterers, person).propose("DELETION").enter(REASON);
    check(number, OFFICER);
    Person.of(staff, deciders, ISHINOMAKI, OFFICER).signIn();
    ProposalPage looked = ProposalPage.open(deciders, number);
    assertThat(deciders.text()).contains("この副本は削除され");
    assertThat(looked.changes()).contains(List.of("世帯主氏名", BEFORE, "–"));
    looked.take("CONFIRM", "");
    assertThat(bed.replicas(person)).isEqualTo(1);
    approve(number);
    assertThat(bed.replicas(person)).isZero();
    ReplicaPage.search(enterers, person);
    assertThat(enterers.find(".empty").isDisplayed()).isTrue();
  }

  @Test // MS-31, MS-45, MS-54
  @DisplayName("登録の誤りはその項目に示され、直せば申請でき、取り下げれば何も残らない")
  void aFaultIsToldAtItsItemAndWhatIsWithdrawnChangesNothing() {
    String unknown = bed.freshAddressee();
    ReplicaPage form = ReplicaPage.search(enterers, unknown).propose("REGISTRATION");
    enterers.day("#publishedFrom", "2026-04-01");
    enterers.choose("#item-" + HEAD_FLAG, "0");
    form.type(HEAD_NAME, "1234-5678-9018").type(RELATIONSHIP, "子").enter(REASON);
    assertThat(enterers.status()).isEqualTo(400);
    assertThat(form.faultAt(HEAD_NAME)).contains("個人番号");
    assertThat(form.typed(RELATIONSHIP)).isEqualTo("子");
    String number = form.type(HEAD_NAME, "架空 新規").enter(REASON);
    ProposalPage.open(enterers, number).take("WITHDRAW", "");
    assertThat(new ProposalPage(enterers).state()).isEqualTo("取下げ");
    assertThat(bed.state(number)).isEqualTo("WITHDRAWN");
    assertThat(bed.replicas(unknown)).isZero();
  }

  @Test // MS-54
  @DisplayName("スクリプトを止めても、申請と確認ができる")
  void itIsDoneWithoutAScript() {
    enterers.scripts(false);
    String number = correct();
    deciders.scripts(false);
    check(number, OFFICER);
    assertThat(bed.state(number)).isEqualTo("CHECKED_ONCE");
  }

  private String correct() {
    String number =
        ReplicaPage.search(enterers, person)
            .propose("CORRECTION")
            .type(HEAD_NAME, AFTER)
            .enter(REASON);
    assertThat(enterers.place()).isEqualTo(ReplicaPage.ADDRESS + "/proposals/" + number);
    return number;
  }

  /** Somebody else sees before and after, and confirms. */
  private static ProposalPage check(String number, StaffRole role) {
    Person checker = Person.of(staff, deciders, ISHINOMAKI, role);
    if (role == APPROVER) {
      checker.signInWithNewPasskey();
    } else {
      checker.signIn();
    }
    ProposalPage page = ProposalPage.open(deciders, number);
    assertThat(page.offers("APPROVE")).isFalse();
    assertThat(page.changes()).anyMatch(change -> change.get(1).equals(BEFORE));
    page.take("CONFIRM", "届出書と照合した");
    return new ProposalPage(deciders);
  }

  private static void approve(String number) {
    Person.of(staff, deciders, ISHINOMAKI, APPROVER).signInWithNewPasskey();
    ProposalPage.open(deciders, number).take("APPROVE", "");
  }

  private static void assertNothingButWithdrawal(ProposalPage page) {
    for (String action : List.of("CONFIRM", "APPROVE", "RETURN")) {
      assertThat(page.offers(action)).as(action).isFalse();
    }
  }

  /** What the terminal shows of the person now. */
  private String shownHeadName() {
    ReplicaPage.search(enterers, person);
    return enterers
        .find("main tbody")
        .findElement(By.xpath(".//tr[td/code='" + HEAD_NAME + "']/td[last()]"))
        .getText();
  }
}
