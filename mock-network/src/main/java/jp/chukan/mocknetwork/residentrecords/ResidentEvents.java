package jp.chukan.mocknetwork.residentrecords;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that happened since the residents were generated, encrypted under a key of its own.
 */
@Component
final class ResidentEvents {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final JdbcClient jdbc;
  private final Vault vault;

  ResidentEvents(JdbcClient jdbc, MockNetworkSettings settings, SecureRandom random) {
    this.jdbc = jdbc;
    this.vault = Vault.of(settings.secretFile("resident-records-key"), random);
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
        .params(institution.value(), Timestamp.from(event.at()), vault.seal(write(event)))
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
        .map(body -> read(vault.open(body)))
        .toList();
  }

  private static byte[] write(ResidentEvent event) {
    try {
      return JSON.writerFor(ResidentEvent.class).writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written", e);
    }
  }

  private static ResidentEvent read(byte[] body) {
    try {
      return JSON.readValue(body, ResidentEvent.class);
    } catch (IOException e) {
      throw new UncheckedIOException("an event cannot be read", e);
    }
  }
}
