package jp.chukan.gateway.job;

import static jp.chukan.gateway.job.JobStates.instant;
import static jp.chukan.gateway.job.JobStates.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The runs of jobs, and what people asked for; in the open transaction of their institution. */
@Component
class JobRuns {
  private final JdbcClient jdbc;

  JobRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that wait or run, whatever job. */
  List<JobRun> open() {
    return jdbc
        .sql("select * from job_run where state in ('WAITING', 'RUNNING')")
        .query((row, index) -> run(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The newest first. */
  List<JobRun> page(Job job, int skip, int most) {
    return jdbc
        .sql(
            """
            select * from job_run where job = :job
             order by run_number desc offset :skip limit :most
            """)
        .param("job", job.id())
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> run(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  long begin(JobKey key, String node, @Nullable Instant dueAt, Instant at) {
    return about(
            """
            insert into job_run (institution_code, job, state, due_at, node, started_at)
            values (:institution, :job, 'RUNNING', :due, :node, :at)
            returning run_number
            """,
            key)
        .param("due", dueAt == null ? null : time(dueAt))
        .param("node", node)
        .param("at", time(at))
        .query(Long.class)
        .single();
  }

  /**
   * Says how far a run is.
   *
   * @return whether somebody wants it to end; also when it counts as ended already
   */
  boolean isToEnd(InstitutionCode institution, long number, RunningJob run) {
    return jdbc.sql(
            """
            update job_run set done = :done, whole = :whole
             where institution_code = :institution and run_number = :number and state = 'RUNNING'
            returning cancelled_at is not null
            """)
        .param("done", run.done())
        .param("whole", run.whole())
        .param("institution", institution.value())
        .param("number", number)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  /**
   * @return false when it counts as ended already
   */
  boolean end(InstitutionCode institution, long number, Ending ending) {
    return jdbc.sql(
                """
                update job_run
                   set state = :state, ended_at = :at, done = :done, whole = :whole, error = :error
                 where institution_code = :institution and run_number = :number
                   and state = 'RUNNING'
                """)
            .param("state", ending.outcome().name())
            .param("at", time(ending.at()))
            .param("done", ending.done())
            .param("whole", ending.whole())
            .param("error", ending.error())
            .param("institution", institution.value())
            .param("number", number)
            .update()
        == 1;
  }

  /** Keeps turns that failed in a row as one. */
  long fail(JobKey key, String node, Ending ending) {
    return about(
            """
            insert into job_run (institution_code, job, state, node, started_at, ended_at, done,
                                 whole, error, times)
            values (:institution, :job, 'FAILED', :node, :started, :at, :done, :whole, :error,
                    :times)
            returning run_number
            """,
            key)
        .param("node", node)
        .param("started", time(ending.startedAt()))
        .param("at", time(ending.at()))
        .param("done", ending.done())
        .param("whole", ending.whole())
        .param("error", ending.error())
        .param("times", ending.times())
        .query(Long.class)
        .single();
  }

  /**
   * @return false when the row is gone
   */
  boolean failAgain(InstitutionCode institution, long number, Ending ending) {
    return jdbc.sql(
                """
                update job_run set ended_at = :at, error = :error, times = times + :times
                 where institution_code = :institution and run_number = :number
                """)
            .param("at", time(ending.at()))
            .param("error", ending.error())
            .param("times", ending.times())
            .param("institution", institution.value())
            .param("number", number)
            .update()
        == 1;
  }

  /**
   * What runs according to its row, though its lock is free: its node is gone.
   *
   * @return when it had begun, empty when there is none
   */
  Optional<Instant> lose(JobKey key, Instant at) {
    return about(
            """
            update job_run set state = 'LOST', ended_at = :at
             where institution_code = :institution and job = :job and state = 'RUNNING'
            returning started_at
            """,
            key)
        .param("at", time(at))
        .query((row, index) -> java.util.Objects.requireNonNull(instant(row, "started_at")))
        .optional();
  }

  /**
   * Removes runs that ended before, and all but the newest.
   *
   * @param most how many stay at most
   * @return how many went
   */
  int prune(JobKey key, Instant before, int most) {
    return about(
            """
            delete from job_run
             where institution_code = :institution and job = :job and ended_at is not null
               and (ended_at < :before
                    or run_number <= (select run_number from job_run
                                       where institution_code = :institution and job = :job
                                       order by run_number desc offset :most limit 1))
            """,
            key)
        .param("before", time(before))
        .param("most", most)
        .update();
  }

  private StatementSpec about(String sql, JobKey key) {
    return jdbc.sql(sql)
        .param("institution", key.institution().value())
        .param("job", key.job().id());
  }

  private static Optional<JobRun> run(ResultSet row) throws SQLException {
    Optional<Job> job = Job.of(row.getString("job"));
    return job.isEmpty() ? Optional.empty() : Optional.of(run(job.get(), row));
  }

  private static JobRun run(Job job, ResultSet row) throws SQLException {
    return new JobRun(
        row.getLong("run_number"),
        job,
        RunState.valueOf(row.getString("state")),
        actor(row, "asked"),
        instant(row, "due_at"),
        row.getString("node"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getLong("done"),
        row.getObject("whole", Long.class),
        row.getString("error"),
        row.getInt("times"),
        actor(row, "cancelled"));
  }

  private static @Nullable JobActor actor(ResultSet row, String deed) throws SQLException {
    Instant at = instant(row, deed + "_at");
    return at == null
        ? null
        : new JobActor(
            new UserId(row.getString(deed + "_by")),
            new InstitutionCode(row.getString(deed + "_by_institution")),
            at);
  }
}
