package jp.chukan.gateway.provision;

import static jp.chukan.gateway.provision.ReleaseBed.APPROVER;
import static jp.chukan.gateway.provision.ReleaseBed.BOTH;
import static jp.chukan.gateway.provision.ReleaseBed.COMMENT;
import static jp.chukan.gateway.provision.ReleaseBed.OFFICER;
import static jp.chukan.gateway.provision.ReleaseBed.PURPOSE;
import static jp.chukan.gateway.provision.ReleaseBed.SECOND_APPROVER;
import static jp.chukan.gateway.provision.ReleaseBed.SECOND_OFFICER;
import static jp.chukan.gateway.provision.ReleaseBed.staff;
import static jp.chukan.gateway.provision.ReleaseBed.withoutPasskey;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.provision.ReleaseBed.Held;
import jp.chukan.gateway.provision.ReleaseOutcome.Denied;
import jp.chukan.gateway.provision.ReleaseOutcome.Done;
import jp.chukan.gateway.provision.ReleaseOutcome.NotAllowed;
import jp.chukan.gateway.provision.ReleaseOutcome.Stale;
import jp.chukan.gateway.provision.ReleaseOutcome.Unknown;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

@DisplayName("承認してはならない者")
class DenyReleaseIT {
  private static ReleaseBed bed;
  private static ReleaseDesk desk;

  @BeforeAll
  static void start() {
    bed = new ReleaseBed();
    desk = bed.desk;
  }

  @AfterEach
  void grantEverybody() {
    bed.grantEverybody();
  }

  /** Attempt: one person with both roles and a passkey prepares and approves. */
  @Test // MS-06
  void whoPreparedNeitherApprovesNorReturns() {
    Held held = bed.hold();
    desk.prepare(BOTH, held.id(), 0, provide(held));
    assertThat(desk.approve(BOTH, held.id(), 1, COMMENT))
        .isEqualTo(new NotAllowed(ErrorCode.TKY_CASE_SAME_PERSON));
    assertThat(desk.giveBack(BOTH, held.id(), 1, COMMENT))
        .isEqualTo(new NotAllowed(ErrorCode.TKY_CASE_SAME_PERSON));
    assertUntouched(held, ApprovalState.PREPARED, 1);
    assertThat(desk.approve(APPROVER, held.id(), 1, COMMENT))
        .isEqualTo(new Done(ApprovalState.APPROVED, 2));
  }

  /** Attempt: the same with a refusal. */
  @Test // MS-06
  void whoPreparedARefusalDoesNotConfirmIt() {
    Held held = bed.hold();
    desk.prepare(BOTH, held.id(), 0, new Preparation.Refuse(COMMENT));
    assertThat(desk.approve(BOTH, held.id(), 1, COMMENT))
        .isEqualTo(new NotAllowed(ErrorCode.TKY_CASE_SAME_PERSON));
    assertUntouched(held, ApprovalState.PREPARED, 1);
  }

  /** Attempt: the server itself has a fault and would write down one person as both. */
  @Test // MS-06
  void theDatabaseTakesNoApprovalOfWhoPrepared() {
    Held held = bed.prepared();
    assertThatThrownBy(
            () ->
                bed.provision
                    .database
                    .transactions()
                    .run(
                        ISHINOMAKI,
                        () ->
                            bed.provision
                                .database
                                .jdbc()
                                .sql(
                                    """
                                    insert into approval_step
                                    select institution_code, case_id, 2, 'APPROVE', 'APPROVED',
                                           user_id, department_code, 'APPROVER', user_id, '{}',
                                           null, null, occurred_at
                                      from approval_step where case_id = ?
                                    """)
                                .param(held.id().value())
                                .update()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("check");
  }

  /** Attempt: the state of a case is set without a step, or a step is changed afterwards. */
  @Test // MS-06, MS-77
  void theServersOwnRoleCanReleaseNothingPastTheSteps() {
    Held held = bed.prepared();
    for (String statement :
        List.of(
            "update approval_case set state = 'APPROVED', version = 2 where case_id = ?",
            "update approval_case set version = 1 where case_id = ?",
            "update approval_case set request = '' where case_id = ?",
            "update approval_case set permit_expires_at = now() where case_id = ?",
            "delete from approval_case where case_id = ?",
            "update approval_step set user_id = 'another' where case_id = ?",
            "delete from approval_step where case_id = ?")) {
      assertThatThrownBy(
              () ->
                  bed.provision
                      .database
                      .transactions()
                      .run(
                          ISHINOMAKI,
                          () ->
                              bed.provision
                                  .database
                                  .jdbc()
                                  .sql(statement)
                                  .param(held.id().value())
                                  .update()))
          .as(statement)
          .isInstanceOf(DataAccessException.class);
    }
    assertUntouched(held, ApprovalState.PREPARED, 1);
  }

  @Test // MS-06, MS-07
  void withoutAPasskeyNobodyDecides() {
    Held held = bed.prepared();
    StaffIdentity weak = withoutPasskey(APPROVER);
    NotAllowed expected = new NotAllowed(ErrorCode.TKY_CASE_PASSKEY);
    assertThat(desk.approve(weak, held.id(), 1, COMMENT)).isEqualTo(expected);
    assertThat(desk.giveBack(weak, held.id(), 1, COMMENT)).isEqualTo(expected);
    assertThat(desk.show(weak, held.id(), PURPOSE)).isEqualTo(expected);
    assertThat(desk.steps(weak, held.id(), PURPOSE)).isEqualTo(expected);
    assertThat(desk.list(weak)).isEmpty();
    assertThat(desk.approve(withoutPasskey(BOTH), held.id(), 1, COMMENT)).isEqualTo(expected);
    assertUntouched(held, ApprovalState.PREPARED, 1);
  }

  @Test // MS-07, MS-11
  void whoOnlyPreparesDoesNotDecideAndWhoOnlyDecidesDoesNotPrepare() {
    Held held = bed.prepared();
    NotAllowed expected = new NotAllowed(ErrorCode.TKY_CASE_ROLE);
    assertThat(desk.approve(SECOND_OFFICER, held.id(), 1, COMMENT)).isEqualTo(expected);
    assertThat(desk.giveBack(SECOND_OFFICER, held.id(), 1, COMMENT)).isEqualTo(expected);
    Held waiting = bed.hold();
    assertThat(desk.prepare(APPROVER, waiting.id(), 0, provide(waiting))).isEqualTo(expected);
    assertThat(desk.askBack(APPROVER, waiting.id(), 0, COMMENT)).isEqualTo(expected);
    assertUntouched(waiting, ApprovalState.AWAITING, 0);
  }

  @ParameterizedTest // MS-11, MS-23, MS-93
  @EnumSource(
      value = StaffRole.class,
      names = {"AUDITOR", "ADMINISTRATOR", "OPERATOR"})
  void theOtherRolesCanDoNothingAndSeeNothing(StaffRole role) {
    Held held = bed.prepared();
    assertNothingCanBeDone(staff("other-01", role), held, ErrorCode.TKY_CASE_ROLE);
  }

  @Test // MS-11, MS-23
  void withoutAGrantToProvideForTheAffairNobodyDoesAnything() {
    Held held = bed.prepared();
    bed.grantOnly();
    assertNothingCanBeDone(BOTH, held, ErrorCode.TKY_CASE_NOT_GRANTED);
  }

  /** Attempt: a grant to inquire, one that ended yesterday, and one of another department. */
  @Test // MS-11, MS-23
  void anotherGrantDoesNotDo() {
    Held held = bed.prepared();
    bed.grantOnly(
        ReleaseBed.grant("kachou-01", GrantedFunction.INQUIRY, bed.provision.today()),
        ReleaseBed.grant(
            "kachou-02", GrantedFunction.PROVISION, bed.provision.today().minusDays(1)));
    for (StaffIdentity who : List.of(APPROVER, SECOND_APPROVER)) {
      assertThat(desk.approve(who, held.id(), 1, COMMENT))
          .isEqualTo(new NotAllowed(ErrorCode.TKY_CASE_NOT_GRANTED));
    }
    bed.grantEverybody();
    StaffIdentity moved =
        new StaffIdentity(
            ISHINOMAKI,
            APPROVER.user(),
            new jp.chukan.contract.code.DepartmentCode("9999999999"),
            APPROVER.roles(),
            true);
    assertThat(desk.approve(moved, held.id(), 1, COMMENT))
        .isEqualTo(new NotAllowed(ErrorCode.TKY_CASE_NOT_GRANTED));
    assertUntouched(held, ApprovalState.PREPARED, 1);
  }

  /** Attempt: somebody of another institution names the number of the case. */
  @Test // MS-96
  void forAnotherInstitutionTheCaseDoesNotExist() {
    Held held = bed.prepared();
    StaffIdentity foreigner =
        new StaffIdentity(TSUKUBA, APPROVER.user(), APPROVER.department(), BOTH.roles(), true);
    assertThat(desk.approve(foreigner, held.id(), 1, COMMENT)).isEqualTo(new Unknown());
    assertThat(desk.show(foreigner, held.id(), PURPOSE)).isEqualTo(new Unknown());
    assertThat(desk.steps(foreigner, held.id(), PURPOSE)).isEqualTo(new Unknown());
    assertThat(desk.list(foreigner)).isEmpty();
    assertUntouched(held, ApprovalState.PREPARED, 1);
  }

  @Test // MS-06
  void whoHasSeenAnOlderVersionIsToldWhoChangedItAndWhen() {
    Held held = bed.prepared();
    assertThat(desk.prepare(SECOND_OFFICER, held.id(), 0, provide(held)))
        .isEqualTo(new Stale(ApprovalState.PREPARED, 1, OFFICER.user(), bed.now()));
    assertUntouched(held, ApprovalState.PREPARED, 1);
  }

  @Test // MS-06, MS-80
  void ofTenApprovalsAtTheSameTimeOneWinsAndTheOthersAreToldWho()
      throws InterruptedException, ExecutionException {
    Held held = bed.prepared();
    List<Callable<ReleaseOutcome>> tasks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      StaffIdentity who = i % 2 == 0 ? APPROVER : SECOND_APPROVER;
      tasks.add(() -> desk.approve(who, held.id(), 1, COMMENT));
    }
    List<ReleaseOutcome> outcomes = atTheSameTime(tasks);
    assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
    var winner = bed.steps(held).getLast().user();
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Done))
        .hasSize(9)
        .containsOnly(new Stale(ApprovalState.APPROVED, 2, winner, bed.now()));
    assertThat(bed.provision.outbox(held.draft().number)).hasSize(1);
    assertThat(bed.provision.records(held.draft().number)).hasSize(2);
    assertThat(bed.steps(held)).hasSize(2);
  }

  @Test // MS-06
  void ofAnApprovalAndAReturnAtTheSameTimeOneWins()
      throws InterruptedException, ExecutionException {
    Held held = bed.prepared();
    List<ReleaseOutcome> outcomes =
        atTheSameTime(
            List.of(
                () -> desk.approve(APPROVER, held.id(), 1, COMMENT),
                () -> desk.giveBack(SECOND_APPROVER, held.id(), 1, COMMENT)));
    assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Stale.class::isInstance).hasSize(1);
    boolean approved = bed.facts(held).state() == ApprovalState.APPROVED;
    assertThat(bed.provision.outbox(held.draft().number)).hasSize(approved ? 1 : 0);
  }

  private static void assertNothingCanBeDone(StaffIdentity who, Held held, ErrorCode code) {
    NotAllowed expected = new NotAllowed(code);
    Preparation provide = new Preparation.Provide(ContentDigest.of(new byte[0]), COMMENT);
    assertThat(desk.list(who)).isEmpty();
    List<Object> outcomes =
        List.of(
            desk.show(who, held.id(), PURPOSE),
            desk.steps(who, held.id(), PURPOSE),
            desk.prepare(who, held.id(), 1, provide),
            desk.prepare(who, held.id(), 1, new Preparation.Refuse(COMMENT)),
            desk.askBack(who, held.id(), 1, COMMENT),
            desk.giveBack(who, held.id(), 1, COMMENT),
            desk.approve(who, held.id(), 1, COMMENT));
    assertThat(outcomes).containsOnly(expected);
    assertUntouched(held, ApprovalState.PREPARED, 1);
    assertThat(bed.operations(held).subList(2, 2 + outcomes.size()))
        .as("every attempt is kept")
        .extracting(row -> row.get("succeeded"))
        .containsOnly(false);
  }

  private static void assertUntouched(Held held, ApprovalState state, int version) {
    ApprovalCase facts = bed.facts(held);
    assertThat(facts.state()).isEqualTo(state);
    assertThat(facts.version()).isEqualTo(version);
    assertThat(bed.provision.outbox(held.draft().number)).isEmpty();
    assertThat(bed.lastOutcome(held)).isEqualTo("AWAITING_APPROVAL");
  }

  private static List<ReleaseOutcome> atTheSameTime(List<Callable<ReleaseOutcome>> tasks)
      throws InterruptedException, ExecutionException {
    List<ReleaseOutcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<ReleaseOutcome> task : threads.invokeAll(tasks)) {
        outcomes.add(task.get());
      }
    }
    return outcomes;
  }

  @Test
  void everyDenialHasItsRowInTheCatalogue() {
    List<Denied> denials =
        List.of(
            new NotAllowed(ErrorCode.TKY_CASE_ROLE),
            new Stale(ApprovalState.PREPARED, 1, null, bed.now()),
            new ReleaseOutcome.Expired(),
            new Unknown());
    assertThat(denials)
        .extracting(Denied::code)
        .containsExactly(
            ErrorCode.TKY_CASE_ROLE,
            ErrorCode.TKY_CASE_STALE,
            ErrorCode.TKY_CASE_EXPIRED,
            ErrorCode.TKY_CASE_UNKNOWN);
  }

  private static Preparation provide(Held held) {
    return new Preparation.Provide(bed.seen(held), COMMENT);
  }
}
