package jp.chukan.gateway.crypto;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
   * @param masterKey id of the key that wraps it, null once it was destroyed
   * @param createdAt since when it has been used
   * @param destroyedAt since when nothing under it can be read, null while it can
   */
  public record DataKeyFacts(
      int id, @Nullable String masterKey, Instant createdAt, @Nullable Instant destroyedAt) {}

  /** Those of the open transaction's institution, the newest last. */
  public List<DataKeyFacts> all() {
    return jdbc.sql(
            "select key_id, master_key_id, created_at, destroyed_at from data_key order by key_id")
        .query(
            (row, index) -> {
              OffsetDateTime destroyed = row.getObject("destroyed_at", OffsetDateTime.class);
              return new DataKeyFacts(
                  row.getInt("key_id"),
                  row.getString("master_key_id"),
                  row.getObject("created_at", OffsetDateTime.class).toInstant(),
                  destroyed == null ? null : destroyed.toInstant());
            })
        .list();
  }
}
