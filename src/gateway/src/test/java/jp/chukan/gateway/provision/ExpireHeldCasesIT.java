package jp.chukan.gateway.provision;

import static jp.chukan.gateway.provision.ReleaseBed.APPROVER;
import static jp.chukan.gateway.provision.ReleaseBed.COMMENT;
import static jp.chukan.gateway.provision.ReleaseBed.OFFICER;
import static jp.chukan.gateway.provision.ReleaseBed.PURPOSE;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.approval.ApprovalStep;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.provision.ReleaseBed.Held;
import jp.chukan.gateway.provision.ReleaseOutcome.Expired;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.testing.ProvisionDraft;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("承認待ちの期限切れと中断")
class ExpireHeldCasesIT {
  private static ReleaseBed bed;
  private static ReleaseDesk desk;

  @BeforeAll
  static void start() {
    bed = new ReleaseBed();
    desk = bed.desk;
  }

  @BeforeEach
  void endWhatIsLeft() {
    bed.provision.dataSource.work();
    bed.provision.clock.advance(ProvisionDraft.VALIDITY);
    expire();
    bed.grantEverybody();
  }

  @ParameterizedTest // MS-74, MS-78
  @EnumSource(
      value = ApprovalState.class,
      names = {"AWAITING", "PREPARED"})
  void whatNobodyReleasedEndsWithItsPermitAndNotBefore(ApprovalState state) {
    Held held = state == ApprovalState.PREPARED ? bed.prepared() : bed.hold();
    bed.provision.clock.advance(ProvisionDraft.VALIDITY.minusMillis(1));
    assertThat(expire()).isZero();
    assertThat(bed.facts(held).state()).isEqualTo(state);
    bed.provision.clock.advance(Duration.ofMillis(1));
    assertThat(expire()).isEqualTo(1);
    assertThat(expire()).isZero();
    assertExpired(held);
    assertThat(bed.steps(held))
        .extracting(ApprovalStep::action, ApprovalStep::user)
        .endsWith(tuple(ApprovalAction.EXPIRE, null));
  }

  /** Each way to come too late, before any sweep has been there. */
  static Stream<Function<Held, Object>> late() {
    return Stream.of(
        held -> desk.show(OFFICER, held.id(), PURPOSE),
        held -> desk.steps(OFFICER, held.id(), PURPOSE),
        held -> desk.approve(APPROVER, held.id(), 1, COMMENT),
        held -> desk.giveBack(APPROVER, held.id(), 1, COMMENT),
        held -> desk.prepare(OFFICER, held.id(), 1, new Preparation.Refuse(COMMENT)));
  }

  @ParameterizedTest // MS-04, MS-05
  @MethodSource("late")
  void whoeverComesTooLateEndsTheCaseAndGetsNothing(Function<Held, Object> deed) {
    Held held = bed.prepared();
    bed.provision.clock.advance(ProvisionDraft.VALIDITY);
    assertThat(deed.apply(held)).isEqualTo(new Expired());
    assertExpired(held);
    assertThat(expire()).isZero();
    assertThat(desk.approve(APPROVER, held.id(), 1, COMMENT)).isEqualTo(new Expired());
    assertThat(bed.provision.outbox(held.draft().number)).hasSize(1);
  }

  @Test // MS-96
  void theCasesOfAnotherInstitutionAreLeftAlone() {
    Held held = bed.hold();
    bed.provision.clock.advance(ProvisionDraft.VALIDITY);
    assertThat(bed.provision.bean(ExpireHeldCases.class).expire(TSUKUBA, JobProgress.unfollowed()))
        .isZero();
    assertThat(bed.facts(held).state()).isEqualTo(ApprovalState.AWAITING);
  }

  @Test // MS-74, MS-78
  void severalNodesAtOnceEndEachCaseOnce() throws InterruptedException, ExecutionException {
    List<Held> all = IntStream.range(0, 60).mapToObj(n -> bed.hold()).toList();
    bed.provision.clock.advance(ProvisionDraft.VALIDITY);
    Map<String, Long> before = bed.provision.counts();
    int ended = 0;
    try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        tasks.add(ExpireHeldCasesIT::expire);
      }
      for (Future<Integer> task : nodes.invokeAll(tasks)) {
        ended += task.get();
      }
    }
    ended += expire(); // what one node skipped because another held it
    assertThat(ended).isEqualTo(all.size());
    assertThat(bed.provision.changesSince(before))
        .isEqualTo(
            Map.of(
                "provision_record", 60L,
                "record_leaf", 60L,
                "outbox", 60L,
                "approval_step", 60L));
  }

  // -- interrupted

  /**
   * Something that is done with a case.
   *
   * @param name of it
   * @param prepared where it begins
   * @param deed makes it once the case is there: what has to be seen first is seen then
   */
  record Deed(String name, boolean prepared, Function<Held, Runnable> deed) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Deed> deeds() {
    return Stream.of(
        new Deed("look", false, held -> () -> desk.show(OFFICER, held.id(), PURPOSE)),
        new Deed(
            "prepare",
            false,
            held -> {
              Preparation provide = new Preparation.Provide(bed.seen(held), COMMENT);
              return () -> desk.prepare(OFFICER, held.id(), 0, provide);
            }),
        new Deed("ask back", false, held -> () -> desk.askBack(OFFICER, held.id(), 0, COMMENT)),
        new Deed("return", true, held -> () -> desk.giveBack(APPROVER, held.id(), 1, COMMENT)),
        new Deed("approve", true, held -> () -> desk.approve(APPROVER, held.id(), 1, COMMENT)),
        new Deed(
            "decline",
            false,
            held -> {
              desk.prepare(OFFICER, held.id(), 0, new Preparation.Refuse(COMMENT));
              return () -> desk.approve(APPROVER, held.id(), 1, COMMENT);
            }),
        new Deed(
            "lapse",
            true,
            held -> {
              bed.register(held.person(), "別の架空の世帯");
              return () -> desk.approve(APPROVER, held.id(), 1, COMMENT);
            }),
        new Deed(
            "expire",
            true,
            held -> {
              bed.provision.clock.advance(ProvisionDraft.VALIDITY);
              return ExpireHeldCasesIT::expire;
            }));
  }

  /** The database breaks off behind each statement in turn, and before the commit. */
  @ParameterizedTest(name = "{0}") // MS-74, MS-80
  @MethodSource("deeds")
  void whatIsKilledAtAnyLineLeavesNothingHalfDoneAndEndsOnceLater(Deed killed) {
    Held held = killed.prepared() ? bed.prepared() : bed.hold();
    Runnable deed = killed.deed().apply(held);
    Map<String, Long> before = bed.provision.counts();
    String state = state(held);
    int step = 1;
    while (failsAfter(step, deed)) {
      assertThat(bed.provision.counts()).as("after step %d", step).isEqualTo(before);
      assertThat(state(held)).as("after step %d", step).isEqualTo(state);
      step++;
    }
    assertThat(step).as("steps that were broken off").isGreaterThan(5);
    bed.provision.dataSource.work();
    Map<String, Long> after = bed.provision.counts();
    deed.run();
    assertThat(bed.provision.changesSince(after).keySet())
        .as("the deed took effect once, and a second one is only an attempt")
        .isSubsetOf("operation", "record_leaf");
  }

  private static boolean failsAfter(int step, Runnable deed) {
    bed.provision.dataSource.failAfter(step);
    try {
      deed.run();
      return false;
    } catch (RuntimeException brokenOff) {
      return true;
    } finally {
      bed.provision.dataSource.work();
    }
  }

  private static String state(Held held) {
    return bed.facts(held).toString() + bed.lastOutcome(held);
  }

  // --

  private static void assertExpired(Held held) {
    assertThat(bed.facts(held).state()).isEqualTo(ApprovalState.EXPIRED);
    assertThat(bed.provision.answer(held.draft().number).envelope()).isNull();
    assertThat(bed.provision.answer(held.draft().number).errorCode())
        .as("as if it had never been held")
        .isEqualTo(ErrorCode.TKY_NOT_PROVIDED.id());
    assertThat(bed.provision.records(held.draft().number))
        .extracting(ProvisionRecord::outcome, ProvisionRecord::errorCode, ProvisionRecord::permitId)
        .containsExactly(
            tuple(RecordOutcome.AWAITING_APPROVAL, null, held.draft().permitId),
            tuple(RecordOutcome.REFUSED, ErrorCode.TKY_CASE_EXPIRED.id(), held.draft().permitId));
    assertThat(bed.lastOutcome(held)).isEqualTo("REFUSED");
  }

  private static int expire() {
    return bed.provision.bean(ExpireHeldCases.class).expire(ISHINOMAKI, JobProgress.unfollowed());
  }
}
