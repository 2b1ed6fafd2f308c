package jp.chukan.mocknetwork.residentrecords;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that happened since the residents were generated, encrypted under a key of its own.
 */
@Component
final class ResidentEvents {
  private final JdbcClient jdbc;
  private final RecordVault<ResidentEvent> vault;

  ResidentEvents(JdbcClient jdbc, MockNetworkSettings settings, SecureRandom random) {
    this.jdbc = jdbc;
    this.vault =
        new RecordVault<>(
            Vault.of(settings.secretFile("resident-records-key"), random), ResidentEvent.class);
  }

  /**
   * Keeps what happened.
   *
   * @return its number, greater than that of everything that happened before
   */
  int keep(InstitutionCode institution, ResidentEvent event) {
    return jdbc.sql(
            """
            insert into resident_event (institution, happened_at, body) values (?, ?, ?)
            returning number
            """)
        .params(institution.value(), Timestamp.from(event.at()), vault.seal(event))
        .query(Integer.class)
        .single();
  }

  /** In the order in which they were kept. */
  List<ResidentEvent> of(InstitutionCode institution) {
    return jdbc
        .sql("select body from resident_event where institution = ? order by number")
        .param(institution.value())
        .query(byte[].class)
        .list()
        .stream()
        .map(vault::open)
        .toList();
  }
}
