package jp.chukan.gateway.browser;

import static jp.chukan.gateway.console.CaseBed.GROUND;
import static jp.chukan.gateway.console.CaseBed.PER_INCOME;
import static jp.chukan.gateway.console.CaseBed.PER_INCOME_VALUE;
import static jp.chukan.gateway.console.CaseBed.TEXT_VALUE;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.browser.Chromium.Look;
import jp.chukan.gateway.console.CaseBed;
import jp.chukan.gateway.console.CaseBed.Held;
import jp.chukan.gateway.staff.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Two people at two browsers decide what a request gets that no machine may answer. */
@Tag("browser")
@DisplayName("二つのブラウザでの承認")
class ReleaseBrowserIT {
  private static final CaseBed bed = new CaseBed();

  @RegisterExtension static final Chromium officers = new Chromium(bed.staff.gateway);
  @RegisterExtension static final Chromium approvers = new Chromium(bed.staff.gateway);

  private Held held;

  @BeforeEach
  void hold() throws Exception {
    signIn(officers, OFFICER);
    signIn(approvers, APPROVER);
    held = bed.hold();
  }

  @Test // MS-05, MS-06, MS-07, MS-08, MU-10
  @DisplayName("担当者が作成し、承認者が承認した内容だけが、照会者に届く")
  void whatOnePreparesAndAnotherApprovesIsWhatTheInquirerReads() {
    CasePage prepared = CasePage.open(officers, held.id());
    List<String> seen = prepared.outgoing();
    assertThat(seen).containsExactly(TEXT_VALUE, "3500", PER_INCOME_VALUE);
    prepared.decide("PROVIDE", GROUND);
    assertThat(prepared.told()).contains("承認者の判断を待ちます", held.id());
    assertThat(bed.anythingLeft(held)).isFalse();

    CasePage approved = CasePage.open(approvers, held.id());
    assertThat(approved.outgoing()).isEqualTo(seen);
    assertThat(approvers.text()).contains(GROUND);
    approved.decide("APPROVE", "");
    assertThat(approved.told()).contains("照会者へ送られます");
    assertThat(read()).isEqualTo(seen);
  }

  @Test // MS-05, MS-06, MU-05, MU-10
  @DisplayName("差し戻された案件は、一部提供として作り直せる")
  void whatWasReturnedIsPreparedAnewInPart() {
    CasePage.open(officers, held.id()).decide("PROVIDE", GROUND);
    CasePage.open(approvers, held.id()).decide("RETURN", "所得割額は除くこと");
    assertThat(bed.state(held)).isEqualTo("AWAITING");

    CasePage again = CasePage.open(officers, held.id());
    assertThat(officers.text()).contains("所得割額は除くこと");
    again.withhold(PER_INCOME.value());
    again.decide("PROVIDE_PART", GROUND);
    CasePage approved = CasePage.open(approvers, held.id());
    assertThat(approved.outgoing().getLast()).startsWith("除いて提供");
    approved.decide("APPROVE", "");
    assertThat(read()).containsExactly(TEXT_VALUE, "3500", null);
  }

  @Test // MS-07, MU-10
  @DisplayName("不提供も二人で決め、照会者には提供できないことだけが届く")
  void aRefusalIsDecidedByTwoAndTellsTheInquirerNoReason() {
    CasePage.open(officers, held.id()).decide("REFUSE", GROUND);
    CasePage.open(approvers, held.id()).decide("APPROVE", "");
    assertThat(bed.state(held)).isEqualTo("DECLINED");
    assertThat(bed.answer(held).errorCode()).isEqualTo(ErrorCode.TKY_NOT_PROVIDED.id());
    assertThat(bed.answer(held).envelope()).isNull();
  }

  @Test // MS-05
  @DisplayName("開いている間に許可証の期限が切れると、決めたことは行われず、書いたものは残る")
  void afterThePermitHasRunOutNothingIsDoneAndTheTextStays() {
    CasePage.open(officers, held.id()).decide("PROVIDE", GROUND);
    // a sign of life on the way: the session outlives the permit
    CasePage late = CasePage.open(approvers, held.id());
    late.choose("APPROVE", "遅れた承認");
    keepSignedIn(approvers, Duration.ofMinutes(12));
    late.send();
    assertThat(late.told()).contains("TKY-0208");
    assertThat(late.comment()).isEqualTo("遅れた承認");
    assertThat(bed.state(held)).isEqualTo("EXPIRED");
    assertThat(approvers.text()).doesNotContain(TEXT_VALUE);
  }

  @Test // MS-06, MU-13
  @DisplayName("作成した本人には、承認者であっても承認が示されない")
  void whoPreparedIsNotOfferedToApprove() {
    signIn(officers, OFFICER, APPROVER);
    CasePage.open(officers, held.id()).decide("PROVIDE", GROUND);
    CasePage own = CasePage.open(officers, held.id());
    assertThat(own.offers("APPROVE")).isFalse();
    assertThat(own.offers("RETURN")).isFalse();
    assertThat(officers.text()).contains("あなたが作成した内容です");
    assertThat(CasePage.open(approvers, held.id()).offers("APPROVE")).isTrue();
  }

  @Test // MS-06, MS-80
  @DisplayName("二人の承認者が同時に決めると、遅い方に先の処理が示され、回答は一つだけである")
  void ofTwoApproversAtOnceTheSlowerIsToldAndOneAnswerLeaves() {
    CasePage.open(officers, held.id()).decide("PROVIDE", GROUND);
    signIn(officers, APPROVER);
    CasePage slower = CasePage.open(officers, held.id());
    slower.choose("RETURN", "こちらで差し戻す");
    CasePage.open(approvers, held.id()).decide("APPROVE", "");
    slower.send();
    assertThat(slower.told()).contains("TKY-0207", "架空 職員");
    assertThat(slower.comment()).isEqualTo("こちらで差し戻す");
    assertThat(bed.state(held)).isEqualTo("APPROVED");
    assertThat(read()).containsExactly(TEXT_VALUE, "3500", PER_INCOME_VALUE);
  }

  @Test // MS-05, MS-06
  @DisplayName("スクリプトを止めても、キーボードだけでも、二人で承認できる")
  void itIsDoneWithoutAScriptAndWithoutAMouse() {
    officers.scripts(false);
    CasePage.open(officers, held.id()).decide("PROVIDE", GROUND);
    officers.scripts(true);
    CasePage.open(approvers, held.id());
    approvers.find("input[name=deed]").sendKeys(Keys.SPACE);
    approvers.find("#comment").sendKeys(Keys.TAB);
    approvers.leave(() -> approvers.keys(Keys.ENTER));
    assertThat(bed.state(held)).isEqualTo("APPROVED");
  }

  @Test
  @DisplayName("案件の画面にも、明るい配色、暗い配色、幅320ピクセルで障壁がない")
  void theOpenCaseHasNoBarrier() {
    CasePage.open(officers, held.id());
    assertOpenToAll(officers);
    new CasePage(officers).decide("PROVIDE", GROUND);
    CasePage.open(approvers, held.id());
    assertOpenToAll(approvers);
  }

  private static void assertOpenToAll(Chromium browser) {
    for (Look look : List.of(Look.DARK, Look.LIGHT)) {
      browser.look(look);
      assertThat(Accessibility.violations(browser)).as(look.toString()).isEmpty();
    }
    browser.width(Chromium.PHONE);
    assertThat(browser.overhang()).isNotPositive();
    browser.width(Chromium.WIDE);
  }

  private List<String> read() {
    return bed.read(held).items().stream().map(ProvidedInformation.Item::value).toList();
  }

  private static void signIn(Chromium browser, StaffRole... roles) {
    Person.of(bed.staff, browser, ISHINOMAKI, roles).signInWithNewPasskey();
  }

  /** Time passes while the person does other things in another tab. */
  private static void keepSignedIn(Chromium browser, Duration most) {
    for (Duration gone = Duration.ZERO;
        gone.compareTo(most) < 0;
        gone = gone.plus(Duration.ofMinutes(4))) {
      bed.staff.clock.advance(Duration.ofMinutes(4));
      browser.script("return fetch('/console/account').then(answer => answer.status)");
    }
  }
}
