package jp.chukan.gateway.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each job stands; in the open transaction of its institution. */
@Component
class JobStates {
  private final JdbcClient jdbc;

  JobStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<Job, JobState> all() {
    Map<Job, JobState> states = new EnumMap<>(Job.class);
    jdbc.sql("select * from job_state")
        .query(
            row -> {
              // of another version of this server there may be jobs that this one does not know
              Optional<Job> job = Job.of(row.getString("job"));
              if (job.isPresent()) {
                states.put(job.get(), state(row));
              }
            });
    return states;
  }

  /** The state of a job, which is looked after from now on if it was not before. */
  JobState of(JobKey key, Instant now) {
    jdbc.sql(
            """
            insert into job_state (institution_code, job, since) values (:institution, :job, :now)
            on conflict do nothing
            """)
        .param("institution", key.institution().value())
        .param("job", key.job().id())
        .param("now", time(now))
        .update();
    return jdbc.sql("select * from job_state where job = :job")
        .param("job", key.job().id())
        .query((row, index) -> state(row))
        .single();
  }

  void begun(JobKey key, Instant at) {
    jdbc.sql("update job_state set started_at = :at where job = :job")
        .param("at", time(at))
        .param("job", key.job().id())
        .update();
  }

  /** Keeps how it ended; there is a row of it already. */
  void ended(JobKey key, Ending ending) {
    jdbc.sql(
            """
            update job_state
               set started_at = :started, ended_at = :at, outcome = :outcome, done = :done,
                   error = :error,
                   succeeded_at = case when :outcome = 'DONE' then :at else succeeded_at end,
                   failures = case when :bad then failures + :times
                                   when :outcome = 'CANCELLED' then failures else 0 end,
                   failing_since = case when :bad then coalesce(failing_since, :at)
                                        when :outcome = 'CANCELLED' then failing_since end,
                   interruptions = case when :interrupted then interruptions + 1 else 0 end
             where job = :job
            """)
        .param("job", key.job().id())
        .param("started", time(ending.startedAt()))
        .param("at", time(ending.at()))
        .param("outcome", ending.outcome().name())
        .param("done", ending.done())
        .param("error", ending.error())
        .param("bad", ending.outcome() == RunState.FAILED || ending.outcome() == RunState.LOST)
        .param("times", ending.times())
        .param("interrupted", ending.outcome().isInterrupted())
        .update();
  }

  private static JobState state(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new JobState(
        row.getObject("since", OffsetDateTime.class).toInstant(),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        instant(row, "succeeded_at"),
        outcome == null ? null : RunState.valueOf(outcome),
        row.getLong("done"),
        row.getString("error"),
        row.getInt("failures"),
        instant(row, "failing_since"),
        row.getInt("interruptions"));
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
