package jp.chukan.mocknetwork.applications;

import java.sql.Timestamp;
import java.time.InstantSource;
import jp.chukan.contract.code.UserId;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the staff did with applications: who, what, when (MU-24). */
@Component
final class ApplicationSteps {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  ApplicationSteps(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What somebody of the staff did. */
  enum Step {
    LOOKED,
    PROCESSED,
    RETURNED
  }

  void append(String place, ApplicationVersion id, UserId clerk, Step step) {
    jdbc.sql(
            """
            insert into application_step (place, application, version, clerk, step, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            place,
            id.number().value(),
            id.version(),
            clerk.value(),
            step.name(),
            Timestamp.from(clock.instant()))
        .update();
  }

  /** Whether this person has looked at this submission. */
  boolean hasLooked(String place, ApplicationVersion id, UserId clerk) {
    return jdbc.sql(
                """
            select count(*) from application_step
             where place = ? and application = ? and version = ? and clerk = ? and step = ?
            """)
            .params(place, id.number().value(), id.version(), clerk.value(), Step.LOOKED.name())
            .query(Integer.class)
            .single()
        > 0;
  }
}
