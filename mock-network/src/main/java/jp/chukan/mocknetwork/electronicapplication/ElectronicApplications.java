package jp.chukan.mocknetwork.electronicapplication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.application.Application;
import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.application.SignedApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stays at the 電子申請機能 of every submission: how far it is; nothing of what it says. */
@Component
public final class ElectronicApplications {
  private final ElectronicApplicationFiles files;
  private final JdbcClient jdbc;

  ElectronicApplications(ElectronicApplicationFiles files, JdbcClient jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  /** The newest submission of an application. */
  Optional<ApplicationStatus> newest(ApplicationNumber number) {
    return jdbc.sql(
            """
            select * from electronic_application where application = ?
             order by version desc limit 1
            """)
        .param(number.value())
        .query(ElectronicApplications::status)
        .optional();
  }

  /** Every submission to a municipality. */
  public List<ApplicationStatus> of(String municipality) {
    return jdbc.sql("select * from electronic_application where municipality = ?")
        .param(municipality)
        .query(ElectronicApplications::status)
        .list();
  }

  /** Whether this submission said the same. */
  boolean isSame(SignedApplication application) {
    return jdbc.sql(
            """
            select content_index from electronic_application where application = ? and version = ?
            """)
        .params(
            application.application().id().number().value(),
            application.application().id().version())
        .query(byte[].class)
        .optional()
        .filter(index -> Arrays.equals(index, index(application.application())))
        .isPresent();
  }

  void add(Application application, Instant at) {
    jdbc.sql(
            """
            insert into electronic_application
              (application, version, municipality, procedure, content_index, submitted_at, state)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            application.id().number().value(),
            application.id().version(),
            application.municipality(),
            application.content().procedure().name(),
            index(application),
            Timestamp.from(at),
            ApplicationState.RECEIVED.name())
        .update();
  }

  /** The versions before this one have lost their place, but for one that was processed (MU-16). */
  void supersedeBefore(ApplicationVersion id) {
    jdbc.sql(
            """
            update electronic_application set state = ?, reason = null
             where application = ? and version < ? and state <> ?
            """)
        .params(
            ApplicationState.SUPERSEDED.name(),
            id.number().value(),
            id.version(),
            ApplicationState.PROCESSED.name())
        .update();
  }

  /** Writes down how far a submission is. */
  void update(ApplicationStatus status) {
    jdbc.sql(
            """
            update electronic_application set state = ?, reason = ?
             where application = ? and version = ?
            """)
        .params(
            status.state().name(),
            status.reason().map(ReturnReason::name).orElse(null),
            status.id().number().value(),
            status.id().version())
        .update();
  }

  private byte[] index(Application application) {
    return files.vault().digest(application.toBeSigned());
  }

  private static ApplicationStatus status(ResultSet row, int index) throws SQLException {
    return new ApplicationStatus(
        new ApplicationVersion(
            new ApplicationNumber(row.getString("application")), row.getInt("version")),
        ApplicationState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reason")).map(ReturnReason::valueOf));
  }
}
