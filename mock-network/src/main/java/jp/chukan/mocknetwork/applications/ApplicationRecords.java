package jp.chukan.mocknetwork.applications;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.mocknetwork.application.Application;
import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.residentrecords.ApplicantQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Applications of every municipality, encrypted. With each change of a state the applicant's side
 * is told, in the same transaction.
 */
@Component
final class ApplicationRecords {
  private final JdbcClient jdbc;
  private final RecordVault<SignedApplication> bodies;
  private final RecordVault<ApplicantQuery.Reply> applicants;
  private final KeptMessages messages;
  private final InstantSource clock;
  private final Map<String, Object> locks = new ConcurrentHashMap<>();

  ApplicationRecords(
      JdbcClient jdbc,
      MockNetworkSettings settings,
      SecureRandom random,
      KeptMessages messages,
      InstantSource clock) {
    this.jdbc = jdbc;
    var vault = Vault.of(settings.secretFile("applications-key"), random);
    this.bodies = new RecordVault<>(vault, SignedApplication.class);
    this.applicants = new RecordVault<>(vault, ApplicantQuery.Reply.class);
    this.messages = messages;
    this.clock = clock;
  }

  /** What everything that changes applications of a municipality waits for. */
  Object lockOf(String place) {
    return locks.computeIfAbsent(place, one -> new Object());
  }

  /** Every version of an application, oldest first. */
  List<ReceivedApplication> versions(String place, ApplicationNumber number) {
    return jdbc.sql(
            "select * from application where place = ? and application = ? order by version")
        .params(place, number.value())
        .query(this::received)
        .list();
  }

  /**
   * One submission.
   *
   * @throws RefusedCallException UNKNOWN when it never came
   */
  ReceivedApplication require(String place, ApplicationVersion id) {
    return versions(place, id.number()).stream()
        .filter(one -> one.signed().application().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "number"));
  }

  /** Those of a municipality in a state, oldest first. */
  List<ReceivedApplication> in(String place, ApplicationState state) {
    return jdbc.sql(
            """
            select * from application where place = ? and state = ?
             order by received_at, application, version
            """)
        .params(place, state.name())
        .query(this::received)
        .list();
  }

  /** All of a municipality, every version. */
  List<ReceivedApplication> of(String place) {
    return jdbc.sql("select * from application where place = ? order by application, version")
        .param(place)
        .query(this::received)
        .list();
  }

  /** Keeps one that has come; the applicant's side knows by itself that it is 受付. */
  void add(String place, SignedApplication signed, ApplicationStatus status) {
    Application application = signed.application();
    jdbc.sql(
            """
            insert into application
              (place, application, version, procedure, received_at, state, body)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            place,
            application.id().number().value(),
            application.id().version(),
            application.content().procedure().name(),
            Timestamp.from(clock.instant()),
            ApplicationState.RECEIVED.name(),
            bodies.seal(signed))
        .update();
    if (status.state() != ApplicationState.RECEIVED) {
      change(place, status);
    }
  }

  /** Keeps whose it is. */
  void match(String place, ApplicationVersion id, ApplicantQuery.Reply applicant) {
    jdbc.sql(
            """
            update application set applicant = ?
             where place = ? and application = ? and version = ?
            """)
        .params(applicants.seal(applicant), place, id.number().value(), id.version())
        .update();
    change(place, ApplicationStatus.of(id, ApplicationState.MATCHED));
  }

  /** Changes how far one is. */
  void change(String place, ApplicationStatus status) {
    jdbc.sql(
            """
            update application set state = ?, reason = ?
             where place = ? and application = ? and version = ?
            """)
        .params(
            status.state().name(),
            status.reason().map(ReturnReason::name).orElse(null),
            place,
            status.id().number().value(),
            status.id().version())
        .update();
    messages.keep(
        new CountrySystem(SystemKind.APPLICATIONS, place),
        new CountrySystem(SystemKind.APPLICATION_RELAY, place),
        ApplicationStatus.MESSAGE,
        status);
  }

  private ReceivedApplication received(ResultSet row, int index) throws SQLException {
    return new ReceivedApplication(
        bodies.open(row.getBytes("body")),
        ApplicationState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reason")).map(ReturnReason::valueOf),
        Optional.ofNullable(row.getBytes("applicant")).map(applicants::open));
  }
}
