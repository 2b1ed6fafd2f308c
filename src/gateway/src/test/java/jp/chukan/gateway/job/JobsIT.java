package jp.chukan.gateway.job;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.job.JobOrder.Refused;
import jp.chukan.gateway.job.JobOrder.Taken;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ジョブの実行、重なりの防止、中止、履歴")
class JobsIT {
  private static final JobKey PURGE = new JobKey(Job.PURGE_RECORDS, ISHINOMAKI);
  private static final JobKey SEAL = new JobKey(Job.SEAL_LEAVES, ISHINOMAKI);
  private static final JobKey CHECK = new JobKey(Job.CHECK_CERTIFICATES, PLATFORM);
  private static final JobSchedule DAILY = new JobSchedule.Every(Duration.ofDays(1));
  private static final JobSchedule EVERY_SECOND = new JobSchedule.Every(Duration.ofSeconds(1));
  private static final JobWork NOTHING = progress -> {};

  private static TestDatabase database;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-02T01:00:00Z"));
  private final JobNode one = node("one");
  private final JobNode other = node("other");

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated();
  }

  @BeforeEach
  void empty() {
    database.everything().sql("truncate job_state, job_run, operation").update();
  }

  @AfterEach
  void leave() {
    one.guard.destroy();
    other.guard.destroy();
  }

  // -- never twice at once

  @Test
  @DisplayName("別のノードで実行中のジョブは始まらない")
  void whatRunsOnOneNodeDoesNotRunOnAnother() {
    schedule(PURGE, DAILY);
    HeldWork work = new HeldWork().beginOn(one, PURGE);
    assertThat(other.turns.turn(PURGE, NOTHING)).isFalse();
    work.end();
    assertThat(other.turns.turn(PURGE, NOTHING)).as("done already").isFalse();
    clock.advance(Duration.ofDays(1));
    assertThat(other.turns.turn(PURGE, NOTHING)).isTrue();
    assertThat(states(PURGE)).containsExactly("DONE other", "DONE one");
  }

  @Test
  void ofManyNodesOneRunsWhatIsDue() throws Exception {
    List<JobNode> nodes = IntStream.range(0, 8).mapToObj(i -> node("node" + i)).toList();
    nodes.forEach(node -> node.turns.schedule(PURGE, DAILY));
    AtomicInteger runs = new AtomicInteger();
    for (int day = 1; day <= 5; day++) {
      atOnce(nodes, node -> node.turns.turn(PURGE, progress -> runs.incrementAndGet()));
      assertThat(runs).hasValue(day);
      clock.advance(Duration.ofDays(1));
    }
    nodes.forEach(node -> node.guard.destroy());
  }

  @Test
  void whatRunsEverySecondNeverRunsTwiceAtOnceEither() throws Exception {
    List<JobNode> nodes = IntStream.range(0, 6).mapToObj(i -> node("node" + i)).toList();
    nodes.forEach(node -> node.turns.schedule(SEAL, EVERY_SECOND));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    JobWork work =
        progress -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          Thread.yield();
          inside.decrementAndGet();
        };
    for (int turn = 0; turn < 20; turn++) {
      atOnce(nodes, node -> node.turns.turn(SEAL, work));
    }
    assertThat(most).hasValue(1);
    nodes.forEach(node -> node.guard.destroy());
  }

  @Test
  void jobsOfDifferentInstitutionsRunSideBySide() {
    JobKey tsukuba = new JobKey(Job.PURGE_RECORDS, TSUKUBA);
    schedule(PURGE, DAILY);
    schedule(tsukuba, DAILY);
    HeldWork work = new HeldWork().beginOn(one, PURGE);
    assertThat(other.turns.turn(tsukuba, NOTHING)).isTrue();
    assertThat(one.turns.turn(tsukuba, NOTHING)).as("its turn is over").isFalse();
    work.end();
  }

  // -- a node that dies

  @Test
  @DisplayName("止まったノードのジョブは、別のノードが引き継ぐ")
  void aNodeThatDiesFreesItsJobsAndAnotherCatchesUp() {
    schedule(PURGE, DAILY);
    HeldWork lost = new HeldWork().beginOn(one, PURGE);
    other.sweep.sweep();
    assertThat(other.turns.turn(PURGE, NOTHING)).as("it runs").isFalse();

    killConnectionOf();
    other.sweep.sweep();
    assertThat(other.turns.turn(PURGE, progress -> progress.done(7))).isTrue();
    assertThat(states(PURGE)).containsExactly("DONE other", "LOST one");
    assertThat(state(PURGE).isFailing()).isFalse();

    // it was not dead, only without its connection: it hears so and keeps nothing any more
    one.follow.follow();
    lost.end();
    assertThat(states(PURGE)).containsExactly("DONE other", "LOST one");
    assertThat(state(PURGE).done()).isEqualTo(7);
    clock.advance(Duration.ofDays(1));
    assertThat(one.turns.turn(PURGE, NOTHING)).as("and goes on").isTrue();
  }

  @Test
  void whatTakesItsNodeWithItIsCaughtUpTwiceAndThenWaits() {
    schedule(PURGE, DAILY);
    for (int death = 1; death <= 3; death++) {
      HeldWork lost = new HeldWork().beginOn(one, PURGE);
      killConnectionOf();
      one.follow.follow();
      lost.end();
    }
    assertThat(state(PURGE).failures()).isEqualTo(3);
    assertThat(one.turns.turn(PURGE, NOTHING)).isFalse();
    clock.advance(Duration.ofDays(1));
    assertThat(one.turns.turn(PURGE, NOTHING)).isTrue();
    assertThat(state(PURGE).isFailing()).isFalse();
  }

  @Test
  void whatANodeThatStopsLeavesIsCaughtUp() {
    schedule(PURGE, DAILY);
    HeldWork work = new HeldWork().beginOn(one, PURGE);
    one.turns.stop(PURGE);
    work.end();
    assertThat(state(PURGE).outcome()).isEqualTo(RunState.STOPPED);
    assertThat(state(PURGE).isFailing()).as("nothing is wrong").isFalse();
    assertThat(other.turns.turn(PURGE, NOTHING)).isTrue();
    assertThat(states(PURGE)).containsExactly("DONE other", "STOPPED one");
  }

  // -- when

  @Test // MU-12
  @DisplayName("毎夜のジョブは一夜に一度実行され、止まっていた夜の分は後で一度だけ実行される")
  void aNightlyJobRunsOnceEachNightAndCatchesUpOnceWhatWasMissed() {
    schedule(CHECK, JobSchedule.At.of("0 0 2 * * *"));
    assertThat(one.turns.turn(CHECK, NOTHING)).as("not before its first night").isFalse();
    clock.advance(Duration.ofHours(16).minusMillis(1));
    assertThat(one.turns.turn(CHECK, NOTHING)).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(one.turns.turn(CHECK, NOTHING)).isTrue();
    assertThat(other.turns.turn(CHECK, NOTHING)).isFalse();
    clock.advance(Duration.ofDays(1));
    assertThat(other.turns.turn(CHECK, NOTHING)).isTrue();
    assertThat(one.turns.turn(CHECK, NOTHING)).isFalse();

    // no node runs for three nights
    clock.advance(Duration.ofDays(3).plusHours(6));
    JobNode begun = node("begun");
    begun.turns.schedule(CHECK, JobSchedule.At.of("0 0 2 * * *"));
    assertThat(begun.turns.turn(CHECK, NOTHING)).isTrue();
    assertThat(begun.turns.turn(CHECK, NOTHING)).isFalse();
    JobRun run = begun.jobs.runs(CHECK, 0, 1).getFirst();
    assertThat(run.dueAt()).isEqualTo(Instant.parse("2026-11-04T17:00:00Z"));
    assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-11-06T23:00:00Z"));
    clock.advance(Duration.ofHours(18));
    assertThat(begun.turns.turn(CHECK, NOTHING)).as("the next night").isTrue();
    begun.guard.destroy();
  }

  // -- by hand

  @Test // JN-19
  @DisplayName("同時に何度指示しても、一度だけ実行される")
  void askedForManyTimesAtOnceItRunsOnce() throws Exception {
    schedule(PURGE, DAILY);
    one.turns.turn(PURGE, NOTHING);
    List<JobOrder> answers =
        atOnce(
            List.of(one, other, one, other, one, other),
            node -> node.orders.run(administrator(), PURGE));
    assertThat(answers).filteredOn(Taken.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(Refused.class::isInstance)
        .containsOnly(new Refused(ErrorCode.SYM_JOB_RUNNING))
        .hasSize(5);
    AtomicInteger ran = new AtomicInteger();
    one.sweep.sweep();
    other.sweep.sweep();
    atOnce(List.of(one, other), node -> node.turns.turn(PURGE, progress -> ran.incrementAndGet()));
    assertThat(ran).hasValue(1);
    JobRun run = one.jobs.runs(PURGE, 0, 1).getFirst();
    assertThat(run.askedBy()).isEqualTo(new JobActor(USER, ISHINOMAKI, clock.instant()));
    assertThat(run.dueAt()).isNull();
    assertThat(operations(ISHINOMAKI))
        .containsOnly("console.jobs.run true " + PURGE, "console.jobs.run false " + PURGE)
        .filteredOn(line -> line.contains("true"))
        .hasSize(1);
  }

  @Test
  void whatRunsCannotBeAskedForOnceMore() {
    schedule(SEAL, EVERY_SECOND);
    HeldWork work = new HeldWork().beginOn(one, SEAL);
    one.follow.follow();
    assertThat(other.orders.run(administrator(), SEAL))
        .isEqualTo(new Refused(ErrorCode.SYM_JOB_RUNNING));
    work.end();
    assertThat(other.orders.run(administrator(), SEAL)).isInstanceOf(Taken.class);
    assertThat(other.turns.turn(SEAL, NOTHING)).isTrue();
    assertThat(states(SEAL)).containsExactly("DONE other", "DONE one");
  }

  @Test // MS-63
  @DisplayName("個人情報を消すジョブは、運用事業者には実行できない")
  void theOperatorHasNothingDeleted() {
    JobKey contents = new JobKey(Job.REMOVE_INQUIRY_CONTENTS, ISHINOMAKI);
    JobKey ofPlatform = new JobKey(Job.PURGE_RECORDS, PLATFORM);
    List<JobKey> deleting = List.of(PURGE, contents, ofPlatform);
    deleting.forEach(key -> schedule(key, new JobSchedule.OnDemand()));
    for (JobKey key : deleting) {
      assertThat(one.orders.run(operator(), key))
          .isEqualTo(new Refused(ErrorCode.SYM_JOB_NOT_ALLOWED));
      assertThat(one.turns.turn(key, progress -> progress.fault(ErrorCode.SYM_INTERNAL))).isFalse();
    }
    assertThat(operations(PLATFORM))
        .containsExactlyInAnyOrderElementsOf(
            deleting.stream().map(key -> "console.jobs.run false " + key).toList());
    assertThat(one.orders.run(administrator(), PURGE)).isInstanceOf(Taken.class);
    schedule(SEAL, EVERY_SECOND);
    assertThat(one.orders.run(operator(), SEAL)).as("is technical").isInstanceOf(Taken.class);
    assertThat(operations(PLATFORM)).contains("console.jobs.run true " + SEAL);
  }

  @Test // MS-96, MS-93
  void onlyAdministratorsOfTheInstitutionAndTheOperatorReachAJob() {
    schedule(PURGE, DAILY);
    schedule(CHECK, DAILY);
    Refused unknown = new Refused(ErrorCode.SYM_JOB_UNKNOWN);
    assertThat(one.orders.run(staff(TSUKUBA, StaffRole.ADMINISTRATOR), PURGE)).isEqualTo(unknown);
    assertThat(one.orders.run(administrator(), CHECK)).isEqualTo(unknown);
    for (StaffRole role : List.of(StaffRole.OFFICER, StaffRole.APPROVER, StaffRole.AUDITOR)) {
      assertThat(one.orders.run(staff(ISHINOMAKI, role), PURGE)).as("%s", role).isEqualTo(unknown);
      assertThat(one.orders.cancel(staff(ISHINOMAKI, role), PURGE, 1)).isEqualTo(unknown);
    }
    assertThat(one.orders.run(operator(), new JobKey(Job.SEAL_LEAVES, TSUKUBA)))
        .as("nobody runs it")
        .isEqualTo(unknown);
    assertThat(states(PURGE)).isEmpty();
  }

  // -- the end before the end

  @Test
  @DisplayName("中止の指示は、次の区切りで実行を終わらせる")
  void aRunEndsAtItsNextSafePoint() {
    schedule(PURGE, DAILY);
    HeldWork work = new HeldWork().beginOn(one, PURGE);
    one.follow.follow();
    JobRun run = open(PURGE);
    assertThat(run.done()).isEqualTo(1);
    assertThat(other.orders.cancel(operator(), PURGE, run.number())).isInstanceOf(Taken.class);
    assertThat(other.orders.cancel(administrator(), PURGE, run.number()))
        .isEqualTo(new Refused(ErrorCode.SYM_JOB_NOT_RUNNING));
    one.follow.follow();
    work.end();
    JobRun ended = one.jobs.runs(PURGE, 0, 1).getFirst();
    assertThat(ended.state()).isEqualTo(RunState.CANCELLED);
    assertThat(ended.done()).as("the second thing was not begun").isEqualTo(1);
    assertThat(ended.cancelledBy()).isEqualTo(new JobActor(USER, PLATFORM, clock.instant()));
    assertThat(state(PURGE).isFailing()).isFalse();
    assertThat(one.turns.turn(PURGE, NOTHING)).as("not before its time").isFalse();
    assertThat(operations(PLATFORM))
        .containsExactly("console.jobs.cancel true " + PURGE + " " + run.number());
  }

  @Test
  void whatOnlyWaitsIsCancelledAtOnce() {
    schedule(PURGE, new JobSchedule.OnDemand());
    one.orders.run(administrator(), PURGE);
    long number = open(PURGE).number();
    assertThat(one.orders.cancel(administrator(), PURGE, number)).isInstanceOf(Taken.class);
    assertThat(one.turns.turn(PURGE, NOTHING)).isFalse();
    assertThat(one.jobs.runs(PURGE, 0, 9))
        .extracting(JobRun::state)
        .containsOnly(RunState.CANCELLED);
  }

  // -- what goes wrong

  @Test // MS-79
  @DisplayName("失敗は、次に成功するまで残る")
  void aFailureStandsUntilTheNextSuccess() {
    schedule(CHECK, DAILY);
    one.turns.turn(
        CHECK,
        progress -> {
          progress.done(3);
          throw new IllegalStateException("架空 太郎");
        });
    assertThat(state(CHECK).isFailing()).isTrue();
    assertThat(state(CHECK).error()).isEqualTo("java.lang.IllegalStateException");
    assertThat(one.jobs.failing(PLATFORM)).isEqualTo(1);
    assertThat(other.jobs.failing(ISHINOMAKI)).isZero();
    clock.advance(Duration.ofDays(1));
    other.turns.turn(
        CHECK,
        progress -> {
          throw InvalidInputException.of(ErrorCode.SCM_LIST_SIGNATURE);
        });
    assertThat(state(CHECK).error()).isEqualTo("SCM-0301");
    assertThat(state(CHECK).failures()).isEqualTo(2);
    assertThat(state(CHECK).failingSince()).isEqualTo(Instant.parse("2026-11-02T01:00:00Z"));
    clock.advance(Duration.ofDays(1));
    one.turns.turn(CHECK, progress -> progress.fault(ErrorCode.SCM_CERTIFICATE_ENDING));
    assertThat(state(CHECK).failures()).as("a fault is a failure").isEqualTo(3);
    clock.advance(Duration.ofDays(1));
    one.turns.turn(CHECK, NOTHING);
    assertThat(one.jobs.failing(PLATFORM)).isZero();
    assertThat(state(CHECK).succeededAt()).isEqualTo(clock.instant());
    assertThat(text()).doesNotContain("架空");
  }

  @Test
  @DisplayName("毎秒のジョブは、失敗し続けても履歴は一行である")
  void whatFailsEverySecondIsOneLine() {
    schedule(SEAL, EVERY_SECOND);
    one.turns.turn(SEAL, NOTHING);
    assertThat(state(SEAL).outcome()).as("the first is told at once").isEqualTo(RunState.DONE);
    for (int second = 0; second < 90; second++) {
      clock.advance(Duration.ofSeconds(1));
      one.turns.turn(SEAL, NOTHING);
    }
    assertThat(one.jobs.runs(SEAL, 0, 99)).as("nothing worth a line").isEmpty();
    assertThat(state(SEAL).succeededAt()).isEqualTo(clock.instant().minusSeconds(90));
    one.sweep.sweep();
    assertThat(state(SEAL).succeededAt()).isEqualTo(clock.instant());

    for (int second = 0; second < 90; second++) {
      clock.advance(Duration.ofSeconds(1));
      one.turns.turn(SEAL, JobsIT::fail);
      assertThat(state(SEAL).isFailing()).as("the first is told at once").isTrue();
      if (second % 10 == 9) {
        one.sweep.sweep();
      }
    }
    assertThat(one.jobs.runs(SEAL, 0, 99))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.times()).isEqualTo(90);
              assertThat(run.endedAt()).isEqualTo(clock.instant());
            });
    assertThat(state(SEAL).failures()).isEqualTo(90);
    one.turns.turn(SEAL, NOTHING);
    assertThat(state(SEAL).isFailing()).as("and so is the recovery").isFalse();
    one.turns.turn(SEAL, JobsIT::fail);
    assertThat(one.jobs.runs(SEAL, 0, 99)).as("a new failure is a new line").hasSize(2);
  }

  @Test
  @DisplayName("毎秒のジョブの番は、何も書き込まない")
  void aTurnOfWhatRunsEverySecondWritesNothing() {
    schedule(SEAL, EVERY_SECOND);
    one.turns.turn(SEAL, NOTHING);
    String before = rowVersions();
    for (int turn = 0; turn < 1_000; turn++) {
      clock.advance(Duration.ofSeconds(1));
      assertThat(one.turns.turn(SEAL, NOTHING)).isTrue();
    }
    assertThat(rowVersions()).isEqualTo(before).isNotEmpty();
  }

  @Test
  void whatIsAwayGuardsNothingAndLetsNothingRun() {
    schedule(SEAL, EVERY_SECOND);
    HeldWork work = new HeldWork().beginOn(one, SEAL);
    killConnectionOf();
    assertThat(one.turns.turn(SEAL, NOTHING)).as("it still runs here").isFalse();
    one.follow.follow();
    work.end();
    assertThat(one.turns.turn(SEAL, NOTHING)).isTrue();
  }

  // -- the history

  @Test
  @DisplayName("履歴は、期間と件数の両方で限られる")
  void theHistoryIsBoundByTimeAndByNumber() {
    schedule(CHECK, new JobSchedule.Every(Duration.ofDays(1)));
    for (int day = 0; day < 30; day++) {
      one.turns.turn(CHECK, NOTHING);
      clock.advance(Duration.ofDays(1));
    }
    HeldWork running = new HeldWork().beginOn(one, CHECK);
    other.prune.prune(PLATFORM, JobProgress.unfollowed());
    assertThat(one.jobs.runs(CHECK, 0, 99)).hasSize(JobNode.MOST_RUNS);
    running.end();
    clock.advance(Duration.ofDays(100));
    one.prune.prune(PLATFORM, JobProgress.unfollowed());
    assertThat(one.jobs.runs(CHECK, 0, 99)).isEmpty();
    assertThat(state(CHECK).succeededAt()).as("how it stands stays").isNotNull();
  }

  // -- bed

  private static final UserId USER = new UserId("tester-01");

  private JobNode node(String name) {
    return new JobNode(database, name, clock);
  }

  private void schedule(JobKey key, JobSchedule schedule) {
    one.turns.schedule(key, schedule);
    other.turns.schedule(key, schedule);
  }

  private JobState state(JobKey key) {
    return other.jobs.find(key).orElseThrow().state();
  }

  private JobRun open(JobKey key) {
    return Objects.requireNonNull(one.jobs.find(key).orElseThrow().open());
  }

  private List<String> states(JobKey key) {
    return one.jobs.runs(key, 0, 99).stream().map(run -> run.state() + " " + run.node()).toList();
  }

  private static void fail(JobProgress progress) {
    throw new IllegalStateException("of a test");
  }

  /** Ends the session that holds a guard, as the end of its process does. */
  private static void killConnectionOf() {
    database
        .everything()
        .sql(
            """
            select pg_terminate_backend(pid)
              from pg_locks
             where locktype = 'advisory' and objsubid = 1
               and database = (select oid from pg_database where datname = current_database())
            """)
        .query(Boolean.class)
        .list();
    org.awaitility.Awaitility.await()
        .until(
            () ->
                database
                    .everything()
                    .sql(
                        """
                        select count(*) from pg_locks
                         where locktype = 'advisory' and objsubid = 1
                           and database =
                                 (select oid from pg_database where datname = current_database())
                        """)
                    .query(Long.class)
                    .single(),
            locks -> locks == 0);
  }

  private static <R> List<R> atOnce(
      List<JobNode> nodes, java.util.function.Function<JobNode, R> deed)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads
          .invokeAll(
              nodes.stream()
                  .<Callable<R>>map(node -> () -> deed.apply(node))
                  .collect(Collectors.toList()))
          .stream()
          .map(future -> future.resultNow())
          .toList();
    }
  }

  private static StaffIdentity administrator() {
    return staff(ISHINOMAKI, StaffRole.ADMINISTRATOR);
  }

  private static StaffIdentity operator() {
    return staff(PLATFORM, StaffRole.OPERATOR);
  }

  private static StaffIdentity staff(InstitutionCode institution, StaffRole role) {
    return new StaffIdentity(institution, USER, new DepartmentCode("D001"), Set.of(role), true);
  }

  private static List<String> operations(InstitutionCode institution) {
    return database
        .everything()
        .sql(
            """
            select concat_ws(' ', operation_function, cast(succeeded as text), target)
              from operation where institution_code = ? and kind = 'JOB'
            """)
        .param(institution.value())
        .query(String.class)
        .list();
  }

  /** By which transaction each row was last written. */
  private static String rowVersions() {
    return database
        .everything()
        .sql(
            """
            select string_agg(version, ' ')
              from (select cast(xmin as text) as version from job_state
                    union all select cast(xmin as text) from job_run) as rows
            """)
        .query(String.class)
        .single();
  }

  private static String text() {
    return database
        .everything()
        .sql("select string_agg(cast(run as text), ' ') from job_run as run")
        .query(String.class)
        .single();
  }
}
