package jp.chukan.gateway.console;

import static jp.chukan.gateway.console.CaseBed.GROUND;
import static jp.chukan.gateway.console.CaseBed.PER_INCOME;
import static jp.chukan.gateway.console.CaseBed.PER_INCOME_VALUE;
import static jp.chukan.gateway.console.CaseBed.PURPOSE;
import static jp.chukan.gateway.console.CaseBed.TEXT_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.console.CaseBed.Held;
import jp.chukan.gateway.console.CaseBed.Person;
import jp.chukan.gateway.staff.StaffRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What two persons at two browsers make of held cases. */
@DisplayName("画面からの提供の判断")
class CaseDecisionsIT {
  private static final String EVIL = "<script>alert(1)</script>";
  private static CaseBed bed;
  private static Person officer;
  private static Person approver;

  private Held held;

  @BeforeAll
  static void start() throws Exception {
    bed = new CaseBed();
    officer = bed.officer();
    approver = bed.approver();
  }

  @BeforeEach
  void hold() throws Exception {
    held = bed.hold();
  }

  // -- done

  @Test // MS-05, MS-06, MS-07, MS-08, MU-10
  @DisplayName("二人の職員が画面で提供する")
  void whatTwoPersonsReleaseIsWhatBothHaveSeen() {
    assertDone(officer.decide(held, "PROVIDE", GROUND), officer, "承認者の判断を待ちます");
    assertThat(bed.anythingLeft(held)).isFalse();
    String page = approver.open(held).body();
    assertThat(page).contains(GROUND, officer.user().value(), "架空 職員");
    List<String> shown = CaseBed.items(page).stream().map(row -> row.get(2)).toList();
    assertDone(approver.send(held, CaseBed.form(page, "APPROVE", "")), approver, "照会者へ送られます");
    assertThat(bed.state(held)).isEqualTo("APPROVED");
    assertThat(bed.read(held).items())
        .extracting(ProvidedInformation.Item::value)
        .containsExactlyElementsOf(shown)
        .containsExactly(TEXT_VALUE, "3500", PER_INCOME_VALUE);
  }

  @Test // MS-05, MU-05
  @DisplayName("一部提供では除いた項目の値が出ない")
  void inPartTheWithheldItemLeavesEmptyAndIsShownSo() throws Exception {
    officer.decide(held, "PROVIDE_PART", GROUND, "withheld", PER_INCOME.value());
    String page = approver.open(held).body();
    ConsolePagesIT.keep("full", "/console/approval-prepared", page);
    assertThat(CaseBed.items(page))
        .filteredOn(row -> row.get(0).endsWith(PER_INCOME.value()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get(1)).isEqualTo(PER_INCOME_VALUE);
              assertThat(row.get(2)).startsWith("除いて提供");
            });
    approver.send(held, CaseBed.form(page, "APPROVE", ""));
    assertThat(bed.read(held).items())
        .extracting(ProvidedInformation.Item::value)
        .containsExactly(TEXT_VALUE, "3500", null);
  }

  @Test // MS-07, MU-10
  void aRefusalNeedsTwoPersonsAsWellAndItsReasonStays() {
    officer.decide(held, "REFUSE", GROUND);
    assertThat(bed.anythingLeft(held)).isFalse();
    String page = approver.open(held).body();
    assertThat(page).contains("承認(提供しないことの確定)", "提供されません", GROUND);
    assertDone(approver.send(held, CaseBed.form(page, "APPROVE", "")), approver, "提供しないことを承認しました");
    assertThat(bed.state(held)).isEqualTo("DECLINED");
    assertThat(bed.answer(held).errorCode()).isEqualTo(ErrorCode.TKY_NOT_PROVIDED.id());
    assertThat(bed.answer(held).envelope()).isNull();
  }

  @Test // MS-06, MU-10
  void aReturnGoesBackToTheOfficerWithItsComment() {
    officer.decide(held, "PROVIDE", GROUND);
    HttpResponse<String> empty = approver.decide(held, "RETURN", " ");
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("SYM-0107", "コメントを入力してください");
    assertDone(approver.decide(held, "RETURN", "金額を確かめること"), approver, "担当者へ差し戻しました");
    assertThat(bed.state(held)).isEqualTo("AWAITING");
    assertThat(officer.open(held).body())
        .contains("金額を確かめること", approver.user().value(), "value=\"PROVIDE\"");
    assertThat(bed.anythingLeft(held)).isFalse();
  }

  @Test // MU-10
  void aQuestionIsKeptAndTheCaseWaitsOn() {
    assertDone(officer.decide(held, "ASK_BACK", "照会者に確かめる"), officer, "書き残しました");
    assertThat(bed.state(held)).isEqualTo("AWAITING");
    assertThat(approver.open(held).body()).contains("照会者に確かめる", "担当者の作成を待っています");
  }

  /** Told on the list, where nothing of the case is in the address. */
  private void assertDone(HttpResponse<String> answer, Person person, String told) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/console/approvals"));
    assertThat(person.browser().get("/console/approvals").body()).contains(told, held.id());
    assertThat(person.browser().get("/console/approvals").body()).doesNotContain(told);
  }

  // -- refused

  @Test // MS-06, MU-13
  @DisplayName("作成した職員は承認できない")
  void whoPreparedIsOfferedNoDecisionAndCanTakeNone() throws Exception {
    Person both = bed.person(StaffRole.OFFICER, StaffRole.APPROVER);
    both.decide(held, "PROVIDE", GROUND);
    String page = both.open(held).body();
    assertThat(page).contains("あなたが作成した内容です").doesNotContain("value=\"APPROVE\"");
    for (String deed : List.of("APPROVE", "RETURN")) {
      HttpResponse<String> answer =
          both.send(
              held, Map.of("deed", deed, "version", "1", "purpose", PURPOSE, "comment", "自分で承認"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("TKY-0205", "自分で承認");
    }
    assertThat(bed.state(held)).isEqualTo("PREPARED");
    assertThat(bed.anythingLeft(held)).isFalse();
  }

  @Test // MS-07
  void anOfficerCannotApproveNorAnApproverPrepare() {
    HttpResponse<String> prepared =
        approver.send(
            held, Map.of("deed", "REFUSE", "version", "0", "purpose", PURPOSE, "comment", GROUND));
    assertThat(prepared.statusCode()).isEqualTo(403);
    assertThat(prepared.body()).contains("TKY-0202", GROUND);
    officer.decide(held, "PROVIDE", GROUND);
    HttpResponse<String> approved =
        officer.send(held, Map.of("deed", "APPROVE", "version", "1", "purpose", PURPOSE));
    assertThat(approved.statusCode()).isEqualTo(403);
    assertThat(approved.body()).contains("TKY-0202", "承認者の判断を待っています");
    assertThat(bed.state(held)).isEqualTo("PREPARED");
  }

  @Test // JN-20, MS-07
  void withoutAPasskeyNobodyApproves() throws Exception {
    officer.decide(held, "PROVIDE", GROUND);
    Person weak = bed.signedIn(approver.user(), false);
    HttpResponse<String> led = weak.browser().get(held.path());
    assertThat(led.statusCode()).isEqualTo(302);
    assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith("/console/passkey");
    weak.browser().get("/console/account");
    Map<String, String> approval = Map.of("deed", "APPROVE", "version", "1", "purpose", PURPOSE);
    assertThat(weak.send(held, approval).statusCode()).isEqualTo(403);

    Person both = bed.person(StaffRole.OFFICER, StaffRole.APPROVER);
    Person bothWeak = bed.signedIn(both.user(), false);
    assertThat(bothWeak.open(held).body()).contains("パスキーによる確認が必要です", "href=\"/console/passkey\"");
    HttpResponse<String> answer = bothWeak.send(held, approval);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("TKY-0203");
    assertThat(bed.state(held)).isEqualTo("PREPARED");
  }

  @Test // MS-06, MS-80
  @DisplayName("同時に承認した二人目には、だれが先に処理したかを示す")
  void ofTwoApproversTheSlowerIsToldWhoWasFasterAndKeepsTheText() throws Exception {
    officer.decide(held, "PROVIDE", GROUND);
    Person second = bed.approver();
    String seenByFirst = approver.open(held).body();
    String seenBySecond = second.open(held).body();
    approver.send(held, CaseBed.form(seenByFirst, "APPROVE", ""));
    HttpResponse<String> slower =
        second.send(held, CaseBed.form(seenBySecond, "RETURN", "こちらで差し戻す"));
    assertThat(slower.statusCode()).isEqualTo(409);
    assertThat(slower.body())
        .contains("TKY-0207", approver.user().value(), "架空 職員", "こちらで差し戻す", "/history\"")
        .doesNotContain(held.addressee(), TEXT_VALUE);
    assertThat(bed.answer(held).errorCode()).isNull();
    assertThat(bed.state(held)).isEqualTo("APPROVED");
  }

  @Test // MS-05
  void ofTwoOfficersTheSlowerSeesWhatTheFasterPrepared() throws Exception {
    Person second = bed.officer();
    String seen = second.open(held).body();
    officer.decide(held, "REFUSE", GROUND);
    HttpResponse<String> slower = second.send(held, CaseBed.form(seen, "PROVIDE", "遅れた根拠"));
    ConsolePagesIT.keep("full", "/console/approval-stale", slower.body());
    assertThat(slower.statusCode()).isEqualTo(409);
    assertThat(slower.body()).contains("TKY-0207", officer.user().value(), "遅れた根拠", GROUND);
    assertThat(bed.operations(held))
        .endsWith(
            "approval.provide " + second.user() + " false",
            "approval.look " + second.user() + " true " + PURPOSE);
  }

  @Test // MS-05
  void whatChangedSinceItWasSeenIsShownAnewBeforeAnythingIsPrepared() throws Exception {
    String seen = officer.open(held).body();
    CaseBed.register(held.exchange(), "999000");
    HttpResponse<String> answer = officer.send(held, CaseBed.form(seen, "PROVIDE", GROUND));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("TKY-0209", "999000", GROUND);
    assertThat(bed.state(held)).isEqualTo("AWAITING");
    String again = answer.body();
    officer.send(held, CaseBed.form(again, "PROVIDE", GROUND));
    assertThat(bed.state(held)).isEqualTo("PREPARED");
  }

  @Test // MS-05, MS-06
  void whatChangedSinceItWasPreparedIsTakenBack() throws Exception {
    officer.decide(held, "PROVIDE", GROUND);
    CaseBed.register(held.exchange(), "999000");
    String page = approver.open(held).body();
    assertThat(page).contains("作成した後に副本または提供の条件が変わりました", "999000", PER_INCOME_VALUE);
    HttpResponse<String> answer = approver.send(held, CaseBed.form(page, "APPROVE", "確認済み"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("TKY-0209", "確認済み");
    assertThat(bed.state(held)).isEqualTo("AWAITING");
    assertThat(bed.anythingLeft(held)).isFalse();
  }

  @Test // MS-05
  void afterThePermitHasRunOutNothingCanBeDone() throws Exception {
    Held brief = bed.hold(Duration.ofMinutes(3));
    String seen = officer.open(brief).body();
    bed.staff.clock.advance(Duration.ofMinutes(4));
    HttpResponse<String> answer = officer.send(brief, CaseBed.form(seen, "PROVIDE", GROUND));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("TKY-0208", GROUND, "/history\"").doesNotContain(TEXT_VALUE);
    assertThat(bed.state(brief)).isEqualTo("EXPIRED");
    HttpResponse<String> history =
        officer.browser().post(brief.path() + "/history", Map.of("purpose", PURPOSE));
    assertThat(history.statusCode()).isEqualTo(200);
    assertThat(history.body()).contains("許可証の期限切れ", "職員の操作ではありません");
  }

  // -- what a form must not do

  @Test // MS-05
  void aMarkedItemDoesNotLeaveBecauseTheWrongChoiceWasMade() {
    HttpResponse<String> answer =
        officer.decide(held, "PROVIDE", GROUND, "withheld", PER_INCOME.value());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("除く項目が選ばれています", GROUND)
        .containsPattern("value=\"" + PER_INCOME.value() + "\" checked");
    assertThat(bed.state(held)).isEqualTo("AWAITING");
  }

  @Test // MS-05, MS-31
  void aFormThatDoesNotDoChangesNothingAndKeepsItsText() {
    String page = officer.open(held).body();
    assertRefused(CaseBed.form(page, "", GROUND), 400, "SYM-0107", GROUND);
    assertRefused(CaseBed.form(page, "PROVIDE", ""), 400, "SYM-0107", "根拠・理由");
    assertRefused(CaseBed.form(page, "REFUSE", "123456789018"), 400, "DBM-", "REFUSE");
    assertRefused(CaseBed.form(page, "REFUSE", "長".repeat(501)), 400, "SYM-0104", "500文字以内");
    assertRefused(CaseBed.form(page, "PROVIDE", GROUND, "seen", "x"), 400, "SYM-0108", GROUND);
    assertRefused(CaseBed.form(page, "PROVIDE", GROUND, "version", "-1"), 400, "SYM-0108", GROUND);
    assertRefused(CaseBed.form(page, "PROVIDE", GROUND, "version", "7"), 409, "TKY-0207", GROUND);
    assertRefused(
        CaseBed.form(page, "PROVIDE", GROUND, "seen", "0".repeat(64)), 409, "TKY-0209", GROUND);
    assertRefused(CaseBed.form(page, "PROVIDE_PART", GROUND), 403, "TKY-0211", GROUND);
    assertThat(bed.state(held)).isEqualTo("AWAITING");
  }

  private void assertRefused(Map<String, String> form, int status, String code, String kept) {
    HttpResponse<String> answer = officer.send(held, form);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(code, kept);
  }

  @Test // MS-76
  void aRefusedFormWithoutItsPurposeShowsNothingOfTheCase() {
    HttpResponse<String> answer = officer.decide(held, "PROVIDE", "", "purpose", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain(held.addressee(), TEXT_VALUE);
  }

  @Test
  void whatPeopleWriteIsNeverRunByTheBrowser() {
    officer.decide(held, "ASK_BACK", EVIL);
    for (String page :
        List.of(
            officer.open(held).body(),
            officer.open(held, EVIL).body(),
            officer.decide(held, "RETURN", EVIL + GROUND).body(),
            officer.browser().post(held.path() + "/history", Map.of("purpose", EVIL)).body())) {
      assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain(EVIL);
      ConsolePagesIT.assertSound(page);
    }
  }

  // -- afterwards

  @Test // MS-06, MS-76, MS-77
  @DisplayName("終わった案件の経過に二人の名前とコメントが残る")
  void theHistoryTellsWhoDidWhatAndWhy() throws Exception {
    officer.decide(held, "PROVIDE_PART", GROUND, "withheld", PER_INCOME.value());
    approver.decide(held, "APPROVE", "内容を確認した");
    assertThat(officer.browser().get("/console/approvals").body())
        .doesNotContain("href=\"" + held.path());
    assertThat(officer.browser().get("/console/approvals?all=1").body())
        .contains("href=\"" + held.path() + "/history\"");
    assertThat(officer.open(held).statusCode()).isEqualTo(403);
    HttpResponse<String> answer =
        officer.browser().post(held.path() + "/history", Map.of("purpose", "結果の確認"));
    ConsolePagesIT.keep("full", "/console/approval-history", answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            officer.user().value(),
            approver.user().value(),
            GROUND,
            "内容を確認した",
            "一部提供の作成",
            PER_INCOME.value(),
            "data-print")
        .doesNotContain(held.addressee(), TEXT_VALUE, PER_INCOME_VALUE);
    ConsolePagesIT.assertSound(answer.body());
    assertThat(bed.operations(held)).endsWith("approval.look " + officer.user() + " true 結果の確認");
  }
}
