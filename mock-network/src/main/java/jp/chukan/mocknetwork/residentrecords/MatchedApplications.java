package jp.chukan.mocknetwork.residentrecords;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.application.ApplicationContent;
import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.Procedure;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications that the 既存住基システム took, one version of each, encrypted. */
@Component
public final class MatchedApplications {
  private final JdbcClient jdbc;
  private final RecordVault<Body> vault;

  MatchedApplications(JdbcClient jdbc, MockNetworkSettings settings, SecureRandom random) {
    this.jdbc = jdbc;
    this.vault =
        new RecordVault<>(
            Vault.of(settings.secretFile("resident-records-key"), random), Body.class);
  }

  private record Known(int version, Instant at) {}

  /**
   * When this submission was taken, empty when it was not.
   *
   * @throws RefusedCallException SUPERSEDED when a newer one was taken; ALREADY_PRESENT when an
   *     older one was: what was processed cannot be superseded any more (MU-16)
   */
  Optional<Instant> takenAt(InstitutionCode municipality, ApplicationVersion id) {
    Optional<Known> known =
        jdbc.sql(
                """
                select version, taken_at from matched_application
                 where institution = ? and application = ?
                """)
            .params(municipality.value(), id.number().value())
            .query(
                (row, n) ->
                    new Known(row.getInt("version"), row.getTimestamp("taken_at").toInstant()))
            .optional();
    if (known.filter(one -> one.version() > id.version()).isPresent()) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
    if (known.filter(one -> one.version() < id.version()).isPresent()) {
      throw new RefusedCallException(Fault.ALREADY_PRESENT, "version");
    }
    return known.map(Known::at);
  }

  private record Body(AddresseeNumber addresseeNumber, ApplicationContent content) {}

  void keep(
      InstitutionCode municipality,
      ApplicationVersion id,
      AddresseeNumber addresseeNumber,
      ApplicationContent content,
      Instant at) {
    jdbc.sql(
            """
            insert into matched_application
              (institution, application, version, procedure, taken_at, body)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            municipality.value(),
            id.number().value(),
            id.version(),
            content.procedure().name(),
            Timestamp.from(at),
            vault.seal(new Body(addresseeNumber, content)))
        .update();
  }

  private record Taken(ApplicationVersion id, Procedure procedure) {}

  /** Which were taken, and what each applies for. */
  public Map<ApplicationVersion, Procedure> of(InstitutionCode municipality) {
    return jdbc
        .sql("select * from matched_application where institution = ?")
        .param(municipality.value())
        .query(
            (row, n) ->
                new Taken(
                    new ApplicationVersion(
                        new ApplicationNumber(row.getString("application")), row.getInt("version")),
                    Procedure.valueOf(row.getString("procedure"))))
        .list()
        .stream()
        .collect(toUnmodifiableMap(Taken::id, Taken::procedure));
  }
}
