package jp.chukan.gateway.crypto;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which keys encrypt what rests here, by their ids; never the keys. */
@Component
public class DataKeys {
  private final JdbcClient jdbc;

  public DataKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param id its number within the institution
   * @param masterKey id of the key that wraps it
   * @param createdAt since when it has been used
   */
  public record DataKeyFacts(int id, String masterKey, Instant createdAt) {}

  /** Those of the open transaction's institution. */
  public List<DataKeyFacts> all() {
    return jdbc.sql("select key_id, master_key_id, created_at from data_key order by key_id")
        .query(
            (row, index) ->
                new DataKeyFacts(
                    row.getInt("key_id"),
                    row.getString("master_key_id"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
