package jp.chukan.gateway.job;

import static jp.chukan.gateway.job.JobStates.time;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What people asked for, until a node comes to it; in the open transaction of the institution. */
@Component
class JobOrders {
  private final JdbcClient jdbc;

  JobOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Somebody asks for a run.
   *
   * @return false when somebody else has already
   */
  boolean ask(JobKey key, JobActor by) {
    return about(
                """
                insert into job_run (institution_code, job, state, asked_by, asked_by_institution,
                                     asked_at)
                values (:institution, :job, 'WAITING', :by, :byInstitution, :at)
                on conflict do nothing
                """,
                key)
            .param("by", by.user().value())
            .param("byInstitution", by.institution().value())
            .param("at", time(by.at()))
            .update()
        == 1;
  }

  /** Begins the run that somebody asked for; empty when nobody did. */
  Optional<Long> take(JobKey key, String node, Instant at) {
    return about(
            """
            update job_run set state = 'RUNNING', node = :node, started_at = :at
             where institution_code = :institution and job = :job and state = 'WAITING'
            returning run_number
            """,
            key)
        .param("node", node)
        .param("at", time(at))
        .query(Long.class)
        .optional();
  }

  /**
   * Somebody wants a run to end: at once when it only waits, otherwise as soon as it can.
   *
   * @return false when it has ended, or somebody else wanted so already
   */
  boolean cancel(JobKey key, long number, JobActor by) {
    return about(
                """
                update job_run
                   set cancelled_by = :by, cancelled_by_institution = :byInstitution,
                       cancelled_at = :at,
                       state = case state when 'WAITING' then 'CANCELLED' else state end,
                       ended_at = case state when 'WAITING' then :at end
                 where institution_code = :institution and job = :job and run_number = :number
                   and state in ('WAITING', 'RUNNING') and cancelled_at is null
                """,
                key)
            .param("number", number)
            .param("by", by.user().value())
            .param("byInstitution", by.institution().value())
            .param("at", time(by.at()))
            .update()
        == 1;
  }

  private StatementSpec about(String sql, JobKey key) {
    return jdbc.sql(sql)
        .param("institution", key.institution().value())
        .param("job", key.job().id());
  }
}
