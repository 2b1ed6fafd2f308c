package jp.chukan.gateway.staff;

import static jp.chukan.gateway.staff.StaffBed.DEPARTMENT;
import static jp.chukan.gateway.staff.StaffBed.administrator;
import static jp.chukan.gateway.staff.StaffBed.identity;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.ApprovalRules;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.ApplyForAccount;
import jp.chukan.gateway.staff.account.ApproveAccount;
import jp.chukan.gateway.staff.account.DisableAccount;
import jp.chukan.gateway.staff.grant.ApplyForGrant;
import jp.chukan.gateway.staff.grant.GiveGrant;
import jp.chukan.gateway.staff.grant.GrantApplications;
import jp.chukan.gateway.staff.grant.GrantEvent;
import jp.chukan.gateway.staff.grant.GrantMark;
import jp.chukan.gateway.staff.grant.GrantOutcome;
import jp.chukan.gateway.staff.grant.GrantOutcome.Done;
import jp.chukan.gateway.staff.grant.GrantOutcome.Refused;
import jp.chukan.gateway.staff.grant.GrantReview;
import jp.chukan.gateway.staff.grant.RefuseGrant;
import jp.chukan.gateway.staff.grant.ReviewedGrant;
import jp.chukan.gateway.staff.grant.RevokeGrant;
import jp.chukan.gateway.staff.grant.WithdrawGrantApplication;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

@DisplayName("権限の申請と付与")
class GrantApplicationsIT {
  private static final AffairCode AFFAIR = new AffairCode("JM01000000121000");
  private static final String REASON = "児童手当の担当のため";
  private static final StaffIdentity APPLICANT = identity(ISHINOMAKI, "kachou", StaffRole.APPROVER);
  private static final StaffIdentity GIVER = administrator(ISHINOMAKI, "giver");

  private final StaffBed bed = new StaffBed();
  private final UserId user = StaffBed.freshUser();

  @Test // MS-11, JN-36, MU-09, MU-13
  @DisplayName("申請しただけでは何も許されず、別の団体管理者の付与で直ちに有効になる")
  void whatIsAppliedForHoldsFromTheMomentThatAnotherGivesIt() {
    account(StaffRole.OFFICER);
    long number = applied(grant(GrantedFunction.PROVISION));
    assertThat(permits(GrantedFunction.PROVISION)).isFalse();
    assertThat(give(GIVER, number)).isEqualTo(new Done(number));
    assertThat(permits(GrantedFunction.PROVISION)).isTrue();
    // MS-22, MS-23
    assertThat(permits(GrantedFunction.INQUIRY)).isFalse();
    assertThat(history())
        .extracting(GrantEvent::kind, GrantEvent::by, GrantEvent::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(GrantEvent.Kind.APPLIED, "kachou", REASON),
            org.assertj.core.groups.Tuple.tuple(GrantEvent.Kind.GRANTED, "giver", null));
  }

  @Test // MU-01, MU-09
  @DisplayName("役割だけでは特定個人情報に触れられない")
  void aRoleAloneOpensNoSpecificPersonalInformation() {
    account(StaffRole.OFFICER);
    StaffIdentity officer = identity(ISHINOMAKI, user.value(), StaffRole.OFFICER);
    for (ApprovalAction action : List.of(ApprovalAction.LOOK, ApprovalAction.PROVIDE)) {
      assertThat(refusal(officer, action)).contains(ErrorCode.TKY_CASE_NOT_GRANTED);
    }
    give(GIVER, applied(grant(GrantedFunction.PROVISION)));
    for (ApprovalAction action : List.of(ApprovalAction.LOOK, ApprovalAction.PROVIDE)) {
      assertThat(refusal(officer, action)).isEmpty();
    }
  }

  @Test // MU-13
  @DisplayName("申請者は自分の申請を付与も却下もできない")
  void theApplicantDoesNotDecide() {
    account(StaffRole.OFFICER);
    StaffIdentity applicant = administrator(ISHINOMAKI, "applicant");
    long number = number(apply(applicant, grant(GrantedFunction.PROVISION)));
    assertRefused(give(applicant, number), ErrorCode.SCM_GRANT_SAME_PERSON);
    assertRefused(refuse(applicant, number, "不要"), ErrorCode.SCM_GRANT_SAME_PERSON);
    assertThat(permits(GrantedFunction.PROVISION)).isFalse();
    assertThat(bed.operations(ISHINOMAKI, "applicant"))
        .contains("GRANT grant-applied true", "GRANT grant-granted false");
  }

  @Test // MU-13
  @DisplayName("権限を受ける本人は付与できない")
  void nobodyGivesTheOwnGrant() {
    account(StaffRole.OFFICER, StaffRole.ADMINISTRATOR);
    StaffIdentity self =
        identity(ISHINOMAKI, user.value(), StaffRole.OFFICER, StaffRole.ADMINISTRATOR);
    long number = applied(grant(GrantedFunction.PROVISION));
    assertRefused(give(self, number), ErrorCode.SCM_GRANT_SAME_PERSON);
    assertRefused(refuse(self, number, "不要"), ErrorCode.SCM_GRANT_SAME_PERSON);
    assertThat(permits(GrantedFunction.PROVISION)).isFalse();
  }

  @Test // JN-17, JN-20
  void eachStepNeedsItsRoleAndAPasskey() {
    account(StaffRole.OFFICER);
    for (StaffRole role : List.of(StaffRole.OFFICER, StaffRole.AUDITOR, StaffRole.OPERATOR)) {
      assertRefused(
          apply(identity(ISHINOMAKI, "nobody", role), grant(GrantedFunction.INQUIRY)),
          ErrorCode.SCM_GRANT_NOT_ALLOWED);
    }
    assertRefused(
        apply(weak(APPLICANT), grant(GrantedFunction.INQUIRY)), ErrorCode.SCM_GRANT_NOT_ALLOWED);
    long number = applied(grant(GrantedFunction.INQUIRY));
    for (StaffIdentity who :
        List.of(identity(ISHINOMAKI, "boss", StaffRole.APPROVER), weak(GIVER))) {
      assertRefused(give(who, number), ErrorCode.SCM_GRANT_NOT_ALLOWED);
      assertRefused(refuse(who, number, "不要"), ErrorCode.SCM_GRANT_NOT_ALLOWED);
    }
    give(GIVER, number);
    ReviewedGrant given = reviewed();
    assertRefused(revoke(weak(GIVER), given, "異動"), ErrorCode.SCM_GRANT_NOT_ALLOWED);
    assertRefused(revoke(APPLICANT, given, "異動"), ErrorCode.SCM_GRANT_NOT_ALLOWED);
    assertThat(permits(GrantedFunction.INQUIRY)).isTrue();
  }

  @Test // MU-07, MU-08
  @DisplayName("3月31日を越える権限は申請できない")
  void noGrantIsAppliedForBeyondTheFiscalYear() {
    account(StaffRole.OFFICER);
    LocalDate last = FiscalYear.of(today()).lastDay();
    assertRefused(
        apply(APPLICANT, grant(today(), last.plusDays(1))), ErrorCode.SCM_GRANT_FISCAL_YEAR);
    assertThat(apply(APPLICANT, grant(today(), last))).isInstanceOf(Done.class);
    // the next year is another application
    assertThat(apply(APPLICANT, grant(last.plusDays(1), last.plusYears(1))))
        .isInstanceOf(Done.class);
  }

  @Test // MU-08
  void aGrantBeginsTodayAtTheEarliestAndEndsAfterItBegins() {
    account(StaffRole.OFFICER);
    assertRefused(
        apply(APPLICANT, grant(today().minusDays(1), today())), ErrorCode.SCM_GRANT_PERIOD);
    assertRefused(
        apply(APPLICANT, grant(today().plusDays(1), today())), ErrorCode.SCM_GRANT_PERIOD);
  }

  @ParameterizedTest // JN-36
  @ValueSource(strings = {"", " ", "二\n行"})
  void aGrantHasAReason(String reason) {
    account(StaffRole.OFFICER);
    assertRefused(
        apply(APPLICANT, with(grant(GrantedFunction.INQUIRY), reason)), ErrorCode.SCM_GRANT_REASON);
    assertRefused(
        apply(APPLICANT, with(grant(GrantedFunction.INQUIRY), "長".repeat(201))),
        ErrorCode.SCM_GRANT_REASON);
    long number = applied(grant(GrantedFunction.INQUIRY));
    assertRefused(refuse(GIVER, number, reason), ErrorCode.SCM_GRANT_REASON);
    give(GIVER, number);
    assertRefused(revoke(GIVER, reviewed(), reason), ErrorCode.SCM_GRANT_REASON);
    assertThat(permits(GrantedFunction.INQUIRY)).isTrue();
  }

  @Test // JN-16, JN-35
  void nobodyWithoutAnAccountInUseGetsAGrant() {
    assertRefused(apply(APPLICANT, grant(GrantedFunction.INQUIRY)), ErrorCode.SCM_GRANT_PERSON);
    account(StaffRole.OFFICER);
    long number = applied(grant(GrantedFunction.INQUIRY));
    disable();
    assertRefused(apply(APPLICANT, grant(GrantedFunction.PROVISION)), ErrorCode.SCM_GRANT_PERSON);
    assertRefused(give(GIVER, number), ErrorCode.SCM_GRANT_PERSON);
  }

  @Test // MS-72, MS-93
  void whoNeitherInquiresNorProvidesGetsNoGrant() {
    account(StaffRole.AUDITOR, StaffRole.ADMINISTRATOR);
    assertRefused(apply(APPLICANT, grant(GrantedFunction.INQUIRY)), ErrorCode.SCM_GRANT_ROLE);
    UserId operator = bed.person(PLATFORM, StaffRole.OPERATOR);
    assertRefused(
        apply(
            administrator(PLATFORM, "applicant"),
            new Grant(
                operator, DEPARTMENT, AFFAIR, GrantedFunction.INQUIRY, today(), today(), REASON)),
        ErrorCode.SCM_GRANT_ROLE);
  }

  @Test // MS-96
  @DisplayName("他団体の申請と権限は存在しないものと同じ")
  void anotherInstitutionsApplicationsAndGrantsAreNotThere() {
    account(StaffRole.OFFICER);
    StaffIdentity stranger = administrator(TSUKUBA, "stranger");
    assertRefused(apply(stranger, grant(GrantedFunction.INQUIRY)), ErrorCode.SCM_GRANT_PERSON);
    long number = applied(grant(GrantedFunction.INQUIRY));
    assertRefused(give(stranger, number), ErrorCode.SCM_GRANT_UNKNOWN);
    assertRefused(refuse(stranger, number, "不要"), ErrorCode.SCM_GRANT_UNKNOWN);
    assertRefused(withdraw(administrator(TSUKUBA, "kachou"), number), ErrorCode.SCM_GRANT_UNKNOWN);
    give(GIVER, number);
    ReviewedGrant given = reviewed();
    assertRefused(revoke(stranger, given, "異動"), ErrorCode.SCM_GRANT_UNKNOWN);
    assertThat(permits(GrantedFunction.INQUIRY)).isTrue();
  }

  @Test
  void theSameIsNotAppliedForTwiceNorGivenTwice() {
    account(StaffRole.OFFICER);
    long number = applied(grant(GrantedFunction.INQUIRY));
    assertRefused(apply(APPLICANT, grant(today(), today())), ErrorCode.SCM_GRANT_WAITING);
    give(GIVER, number);
    assertRefused(apply(APPLICANT, grant(today(), today())), ErrorCode.SCM_GRANT_DUPLICATE);
    assertRefused(give(GIVER, number), ErrorCode.SCM_GRANT_DECIDED);
    assertRefused(refuse(GIVER, number, "不要"), ErrorCode.SCM_GRANT_DECIDED);
  }

  @Test
  void aRefusedOrWithdrawnApplicationGivesNothingAndMayComeAgain() {
    account(StaffRole.OFFICER);
    long refused = applied(grant(GrantedFunction.INQUIRY));
    assertThat(refuse(GIVER, refused, "担当ではないため")).isEqualTo(new Done(refused));
    assertRefused(give(GIVER, refused), ErrorCode.SCM_GRANT_DECIDED);
    long withdrawn = applied(grant(GrantedFunction.INQUIRY));
    // nobody takes back what somebody else applied for
    assertRefused(
        withdraw(identity(ISHINOMAKI, "boss", StaffRole.APPROVER), withdrawn),
        ErrorCode.SCM_GRANT_UNKNOWN);
    assertThat(withdraw(APPLICANT, withdrawn)).isEqualTo(new Done(withdrawn));
    assertRefused(give(GIVER, withdrawn), ErrorCode.SCM_GRANT_DECIDED);
    assertThat(apply(APPLICANT, grant(GrantedFunction.INQUIRY))).isInstanceOf(Done.class);
    assertThat(permits(GrantedFunction.INQUIRY)).isFalse();
    assertThat(history())
        .extracting(GrantEvent::kind)
        .containsExactly(
            GrantEvent.Kind.APPLIED,
            GrantEvent.Kind.REFUSED,
            GrantEvent.Kind.APPLIED,
            GrantEvent.Kind.WITHDRAWN,
            GrantEvent.Kind.APPLIED);
  }

  @Test
  @DisplayName("二人が同時に処理すると一人だけが決める")
  void ofTwoWhoDecideAtOnceOneIsToldThatItIsDecided() {
    account(StaffRole.OFFICER);
    long number = applied(grant(GrantedFunction.INQUIRY));
    List<GrantOutcome> outcomes =
        atOnce(
            () -> give(GIVER, number),
            () -> refuse(administrator(ISHINOMAKI, "other"), number, "不要"));
    assertThat(outcomes)
        .containsExactlyInAnyOrder(new Done(number), new Refused(ErrorCode.SCM_GRANT_DECIDED));
    boolean given = outcomes.getFirst() instanceof Done;
    assertThat(permits(GrantedFunction.INQUIRY)).isEqualTo(given);
    assertThat(history()).hasSize(2);
  }

  @Test // MS-11, MU-06
  @DisplayName("取り消した権限は直ちに使えない")
  void aRevokedGrantIsOfNoUseAtOnceAndStaysInTheHistory() {
    account(StaffRole.OFFICER);
    long inquiry = applied(grant(GrantedFunction.INQUIRY));
    long provision = applied(grant(GrantedFunction.PROVISION));
    give(GIVER, inquiry);
    give(GIVER, provision);
    ReviewedGrant seen = reviewed(GrantedFunction.INQUIRY);
    assertThat(revoke(GIVER, seen, "異動のため")).isEqualTo(new Done(inquiry));
    assertThat(permits(GrantedFunction.INQUIRY)).isFalse();
    assertThat(permits(GrantedFunction.PROVISION)).isTrue();
    assertRefused(revoke(GIVER, seen, "異動のため"), ErrorCode.SCM_GRANT_GONE);
    assertThat(history().getLast())
        .returns(GrantEvent.Kind.REVOKED, GrantEvent::kind)
        .returns("異動のため", GrantEvent::reason)
        .returns("giver", GrantEvent::by);
    // it may be applied for again
    assertThat(apply(APPLICANT, grant(GrantedFunction.INQUIRY))).isInstanceOf(Done.class);
  }

  @Test // JN-35
  @DisplayName("停止した職員の権限は効かない")
  void theGrantsOfADisabledPersonPermitNothing() {
    account(StaffRole.OFFICER);
    give(GIVER, applied(grant(GrantedFunction.INQUIRY)));
    disable();
    assertThat(permits(GrantedFunction.INQUIRY)).isFalse();
    assertThat(reviewed().marks()).contains(GrantMark.NOT_IN_USE);
  }

  @Test // JN-36
  @DisplayName("ファイルで置き換えても申請は残る")
  void aFileReplacesWhatIsInForceAndLeavesApplicationsWaiting() {
    account(StaffRole.OFFICER);
    give(GIVER, applied(grant(GrantedFunction.INQUIRY)));
    ReviewedGrant seen = reviewed();
    long waiting = applied(grant(GrantedFunction.PROVISION));
    replace();
    assertThat(permits(GrantedFunction.INQUIRY)).isFalse();
    assertRefused(revoke(GIVER, seen, "異動のため"), ErrorCode.SCM_GRANT_GONE);
    assertThat(give(GIVER, waiting)).isEqualTo(new Done(waiting));
    assertThat(permits(GrantedFunction.PROVISION)).isTrue();
    // a file that brings what waits makes the application pointless, and says so
    long late = applied(grant(GrantedFunction.INQUIRY));
    replace(line(GrantedFunction.INQUIRY));
    assertRefused(give(GIVER, late), ErrorCode.SCM_GRANT_DUPLICATE);
    assertThat(reviewed())
        .returns(null, ReviewedGrant::appliedBy)
        .returns("client-of-a-test", ReviewedGrant::givenBy);
    // what a file brought is revoked like anything else
    assertThat(revoke(GIVER, reviewed(), "異動のため")).isEqualTo(new Done(0));
    assertThat(permits(GrantedFunction.INQUIRY)).isFalse();
    // and the same file again is another change
    replace(line(GrantedFunction.INQUIRY));
    assertThat(permits(GrantedFunction.INQUIRY)).isTrue();
  }

  @Test // JN-36
  void whoAppliedAndGaveStaysWithAGrantThroughLaterSets() {
    account(StaffRole.OFFICER);
    replace(line(GrantedFunction.INQUIRY));
    long number = applied(grant(GrantedFunction.PROVISION));
    give(administrator(ISHINOMAKI, "second"), number);
    assertThat(reviewed(GrantedFunction.INQUIRY))
        .returns(null, ReviewedGrant::appliedBy)
        .returns("client-of-a-test", ReviewedGrant::givenBy);
    assertThat(reviewed(GrantedFunction.PROVISION))
        .returns("kachou", ReviewedGrant::appliedBy)
        .returns("second", ReviewedGrant::givenBy);
    GrantSet set = set();
    assertThat(set.changedBy()).isEqualTo("second");
    assertThat(
            bed.gateway
                .database()
                .everything()
                .sql(
                    """
                    select row_count from staff_grant_set
                     where institution_code = ? and set_number = ?
                    """)
                .params(ISHINOMAKI.value(), set.number())
                .query(Integer.class)
                .single())
        .isEqualTo(set.grants().size());
  }

  @Test // JN-36
  void theReviewMarksWhatIsToBeLookedAt() {
    account(StaffRole.OFFICER);
    UserId auditor = bed.person(ISHINOMAKI, StaffRole.AUDITOR);
    String stranger = StaffBed.freshUser().value();
    LocalDate last = FiscalYear.of(today()).lastDay();
    LocalDate soon = today().plusDays(30).isAfter(last) ? last : today().plusDays(30);
    replace(
        line(user.value(), "D001", today(), soon),
        line(auditor.value(), "D001", today(), last),
        line(
            stranger,
            "D001",
            today().minusYears(1),
            FiscalYear.of(today().minusYears(1)).lastDay()),
        line(user.value(), "D002", last.plusDays(1), last.plusYears(1)));
    List<ReviewedGrant> list =
        within(ISHINOMAKI, () -> bean(GrantReview.class).list(GrantReview.Order.PERSON, 0, 100));
    assertThat(list)
        .extracting(one -> one.stored().position(), ReviewedGrant::marks)
        .contains(
            org.assertj.core.groups.Tuple.tuple(1, Set.of(GrantMark.SOON)),
            org.assertj.core.groups.Tuple.tuple(3, Set.of(GrantMark.EXPIRED, GrantMark.NO_ACCOUNT)),
            org.assertj.core.groups.Tuple.tuple(
                4, Set.of(GrantMark.LATER, GrantMark.OTHER_DEPARTMENT)));
    assertThat(list)
        .filteredOn(one -> one.stored().position() == 2)
        .singleElement()
        .satisfies(one -> assertThat(one.marks()).contains(GrantMark.ROLE_MISSING));
  }

  @Test // MU-07
  @DisplayName("前年度までに終わった権限は次の一覧に残らない")
  void whatEndedBeforeTheFiscalYearStaysBehind() {
    account(StaffRole.OFFICER);
    LocalDate first = FiscalYear.of(today()).firstDay();
    replace(
        line(user.value(), "D008", first.minusDays(2), first.minusDays(1)),
        line(user.value(), "D009", first, first));
    give(GIVER, applied(grant(GrantedFunction.INQUIRY)));
    assertThat(set().grants())
        .extracting(one -> one.department().value())
        .containsExactly("D009", "D001");
  }

  @ParameterizedTest // JN-15, JN-19
  @MethodSource
  void theServersOwnRoleCannotChangeTheHistory(String statement) {
    assertThatThrownBy(() -> bed.gateway.database().jdbc().sql(statement).update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
  }

  static List<String> theServersOwnRoleCannotChangeTheHistory() {
    return List.of(
        "delete from grant_application",
        "update grant_application set valid_to = valid_from",
        "delete from grant_event",
        "update grant_event set done_by = 'nobody'");
  }

  private void account(StaffRole... roles) {
    var outcome =
        bean(ApplyForAccount.class)
            .apply(administrator(ISHINOMAKI, "one"), StaffBed.application(ISHINOMAKI, user, roles));
    assertThat(outcome).isInstanceOf(Changed.class);
    assertThat(bean(ApproveAccount.class).approve(administrator(ISHINOMAKI, "two"), user))
        .isInstanceOf(Changed.class);
  }

  private void disable() {
    bean(DisableAccount.class).disable(GIVER, user, "退職のため");
  }

  private LocalDate today() {
    return JapanDay.of(bed.clock.instant());
  }

  private Grant grant(GrantedFunction function) {
    return new Grant(
        user, DEPARTMENT, AFFAIR, function, today(), FiscalYear.of(today()).lastDay(), REASON);
  }

  private Grant grant(LocalDate from, LocalDate to) {
    return new Grant(user, DEPARTMENT, AFFAIR, GrantedFunction.INQUIRY, from, to, REASON);
  }

  private static Grant with(Grant grant, String reason) {
    return new Grant(
        grant.user(),
        grant.department(),
        grant.affair(),
        grant.function(),
        grant.from(),
        grant.to(),
        reason);
  }

  private GrantOutcome apply(StaffIdentity who, Grant grant) {
    return bean(ApplyForGrant.class).apply(who, grant);
  }

  private long applied(Grant grant) {
    return number(apply(APPLICANT, grant));
  }

  private static long number(GrantOutcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).application();
  }

  private GrantOutcome give(StaffIdentity who, long number) {
    return bean(GiveGrant.class).give(who, number);
  }

  private GrantOutcome refuse(StaffIdentity who, long number, String reason) {
    return bean(RefuseGrant.class).refuse(who, number, reason);
  }

  private GrantOutcome withdraw(StaffIdentity who, long number) {
    return bean(WithdrawGrantApplication.class).withdraw(who, number);
  }

  private GrantOutcome revoke(StaffIdentity who, ReviewedGrant grant, String reason) {
    return bean(RevokeGrant.class)
        .revoke(who, grant.stored().set(), grant.stored().position(), reason);
  }

  private ReviewedGrant reviewed() {
    List<ReviewedGrant> all = within(ISHINOMAKI, () -> bean(GrantReview.class).of(user));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private ReviewedGrant reviewed(GrantedFunction function) {
    return within(ISHINOMAKI, () -> bean(GrantReview.class).of(user)).stream()
        .filter(one -> one.stored().grant().function() == function)
        .findFirst()
        .orElseThrow();
  }

  private List<GrantEvent> history() {
    return within(ISHINOMAKI, () -> bean(GrantApplications.class).history(user));
  }

  private GrantSet set() {
    return within(ISHINOMAKI, () -> bean(Grants.class).inForce()).orElseThrow();
  }

  private boolean permits(GrantedFunction function) {
    return within(
        ISHINOMAKI, () -> bean(Grants.class).permits(user, DEPARTMENT, AFFAIR, function, today()));
  }

  private Optional<ErrorCode> refusal(StaffIdentity who, ApprovalAction action) {
    return within(
        ISHINOMAKI,
        () -> bean(ApprovalRules.class).refusalOf(who, action, AFFAIR, bed.clock.instant()));
  }

  private void replace(String... lines) {
    String file =
        Stream.concat(Stream.of("ユーザーID,部署コード,事務コード,機能,有効開始日,有効終了日,理由"), Stream.of(lines))
            .collect(java.util.stream.Collectors.joining("\r\n", "", "\r\n"));
    bean(ReplaceGrants.class)
        .replace(ISHINOMAKI, "client-of-a-test", file.getBytes(StandardCharsets.UTF_8));
  }

  private String line(GrantedFunction function) {
    return line(user.value(), "D001", today(), FiscalYear.of(today()).lastDay())
        .replace("照会", function.japanese());
  }

  private static String line(String user, String department, LocalDate from, LocalDate to) {
    return "%s,%s,%s,照会,%s,%s,試験"
        .formatted(user, new DepartmentCode(department), AFFAIR.value(), from, to);
  }

  private <T> T within(InstitutionCode institution, Supplier<T> work) {
    return bean(InstitutionTransactions.class).within(institution, work);
  }

  private <T> T bean(Class<T> type) {
    return bed.bean(type);
  }

  private static StaffIdentity weak(StaffIdentity who) {
    return new StaffIdentity(who.institution(), who.user(), who.department(), who.roles(), false);
  }

  private static void assertRefused(GrantOutcome outcome, ErrorCode code) {
    assertThat(outcome).isEqualTo(new Refused(code));
  }

  @SafeVarargs
  private static <T> List<T> atOnce(Supplier<T>... works) {
    CyclicBarrier start = new CyclicBarrier(works.length);
    try (ExecutorService threads = Executors.newFixedThreadPool(works.length)) {
      List<CompletableFuture<T>> running =
          Stream.of(works)
              .map(
                  work ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            pass(start);
                            return work.get();
                          },
                          threads))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    }
  }

  private static void pass(CyclicBarrier start) {
    try {
      start.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
