package jp.chukan.gateway.browser;

import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_NAME;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.console.TerminalBed;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.CorrectionOutcome;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.account.ApplyForAccount;

/**
 * The pages at which nobody begins: each is reached through the one before it, which was asked for
 * something. Whoever walks has every role of 石巻市 and a passkey.
 */
final class LedPages {
  private static final String REASON = "架空の届出のとおり";

  /** Nobody may write what looks like a 「個人番号」: the form comes back with its fault. */
  private static final String REFUSED = "番号 123456789018";

  private final Chromium browser;
  private final ConsoleContents contents;
  private final TerminalBed terminal = new TerminalBed();
  private final Map<String, Runnable> ways =
      Map.of(
          "/console/grants/revocation", this::revocation,
          "/console/staff/account", this::account,
          "/console/jobs/runs", this::runs,
          "/console/staff-applications/change", this::change,
          "/console/replicas/entry", this::entry,
          "/console/replicas/proposals", this::faultyEntry,
          "/console/replicas/proposals/{number}/step", this::faultyStep,
          "/console/replicas/proposals/{number}/revision", this::revision,
          "/console/replicas/proposals/{number}/revised", this::faultyRevision);

  LedPages(Chromium browser, ConsoleContents contents) {
    this.browser = browser;
    this.contents = contents;
    terminal.directoryAnswers();
  }

  boolean know(ConsoleMap.Entry page) {
    return ways.containsKey(page.pattern());
  }

  /** Walks there. */
  void to(ConsoleMap.Entry page) {
    Objects.requireNonNull(ways.get(page.pattern())).run();
    // what was refused comes back with its fault
    assertThat(browser.status()).as(page.toString()).isIn(200, 400);
    assertThat(browser.place().replaceAll("[?].*", ""))
        .matches(page.pattern().replaceAll("\\{[^}]+}", "[^/]+"));
  }

  private void revocation() {
    browser.open("/console/grants");
    browser.press("a[href^='/console/grants/revocation']");
  }

  /** That of somebody who is in use and is not the one who walks. */
  private void account() {
    browser.open("/console/staff/account?user=" + contents.colleague());
  }

  private void runs() {
    browser.open("/console/jobs");
    browser.press("a[href^='/console/jobs/runs?job=purge-records']");
  }

  private void change() {
    account();
    browser.press("a[href^='/console/staff-applications/change']");
  }

  private void entry() {
    correction();
  }

  private ReplicaPage correction() {
    String person = terminal.person("架空 世帯主");
    return ReplicaPage.search(browser, person).propose("CORRECTION").type(HEAD_NAME, "架空 訂正後");
  }

  private void faultyEntry() {
    correction().enter(REFUSED);
  }

  /** A return needs a reason. */
  private void faultyStep() {
    ProposalPage.open(browser, contents.proposal()).take("RETURN", "");
  }

  private void revision() {
    revised();
  }

  private ReplicaPage revised() {
    String number = correction().enter(REASON);
    CorrectionOutcome returned =
        new StaffBed(browser.gateway())
            .bean(CorrectionDesk.class)
            .giveBack(
                StaffBed.identity(ISHINOMAKI, contents.colleague().value(), OFFICER),
                new ReceptionNumber(number),
                1,
                new StaffComment("架空の理由"));
    assertThat(returned).isInstanceOf(CorrectionOutcome.Done.class);
    return ProposalPage.open(browser, number).revise();
  }

  private void faultyRevision() {
    revised().enter(REFUSED);
  }

  /** 「副本」 of a person. */
  void replica() {
    ReplicaPage.search(browser, terminal.person("架空 世帯主"));
  }

  /** Before and after. */
  void proposal() {
    ProposalPage.open(browser, contents.proposal());
  }

  /** An initial password, shown once. */
  void initialPassword() {
    StaffBed bed = new StaffBed(browser.gateway());
    UserId newcomer = StaffBed.freshUser();
    bed.bean(ApplyForAccount.class)
        .apply(
            StaffBed.administrator(ISHINOMAKI, "applicant"),
            StaffBed.application(ISHINOMAKI, newcomer, OFFICER));
    browser.open("/console/staff/account?user=" + newcomer);
    browser.press("form[action='/console/staff/approval'] button");
  }

  /** What is shown at this address to whoever states a purpose. */
  void forPurpose(String address) {
    browser.open(address);
    browser.type("#purpose", "監査");
    browser.send("#purpose");
  }
}
