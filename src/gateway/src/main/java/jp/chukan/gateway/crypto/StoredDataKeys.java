package jp.chukan.gateway.crypto;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wrapped data keys in the database; in the open transaction of the institution. */
final class StoredDataKeys {
  private static final int FIRST = 1;

  private static final String COLUMNS =
      "select key_id, master_key_id, wrapped_key from data_key where institution_code = :institution";

  private final JdbcClient jdbc;

  StoredDataKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A data key as it rests; nothing is left to unwrap of one that was destroyed. */
  static final class StoredDataKey {
    private final int number;
    private final @Nullable String masterKey;
    private final byte @Nullable [] wrapped;

    private StoredDataKey(int number, @Nullable String masterKey, byte @Nullable [] wrapped) {
      this.number = number;
      this.masterKey = masterKey;
      this.wrapped = wrapped;
    }

    int number() {
      return number;
    }

    boolean isDestroyed() {
      return wrapped == null;
    }

    /** Id of the master key that wraps it. */
    String masterKey() {
      return Objects.requireNonNull(masterKey);
    }

    byte[] wrapped() {
      return Objects.requireNonNull(wrapped);
    }

    @Override
    public String toString() {
      return "StoredDataKey[" + number + ", " + masterKey + "]";
    }
  }

  /** All of them, the newest last. */
  List<StoredDataKey> all(InstitutionCode institution) {
    return jdbc.sql(COLUMNS + " order by key_id")
        .param("institution", institution.value())
        .query((row, index) -> read(row))
        .list();
  }

  /** Some that another master key wraps; what another node holds is left out. */
  List<StoredDataKey> lockUnderOthers(InstitutionCode institution, String masterKey, int most) {
    return jdbc.sql(
            COLUMNS
                + """
                   and master_key_id <> :master
                 order by key_id
                 limit :most
                   for update skip locked
                """)
        .param("institution", institution.value())
        .param("master", masterKey)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  int countUnderOthers(InstitutionCode institution, String masterKey) {
    return jdbc.sql(
            """
            select count(*) from data_key
             where institution_code = :institution and master_key_id <> :master
            """)
        .param("institution", institution.value())
        .param("master", masterKey)
        .query(Integer.class)
        .single();
  }

  /** Key 1, unless somebody else makes it at this moment. */
  void insertFirst(InstitutionCode institution, String masterKey, byte[] wrapped, Instant now) {
    insert(institution, FIRST, masterKey, wrapped, now);
  }

  /**
   * A key with this number, unless there is one.
   *
   * @return false when there is one
   */
  boolean insert(
      InstitutionCode institution, int number, String masterKey, byte[] wrapped, Instant now) {
    return jdbc.sql(
                """
                insert into data_key (institution_code, key_id, master_key_id, wrapped_key,
                                      created_at)
                values (:institution, :key, :master, :wrapped, :now)
                on conflict do nothing
                """)
            .param("institution", institution.value())
            .param("key", number)
            .param("master", masterKey)
            .param("wrapped", wrapped)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void rewrap(InstitutionCode institution, int number, String masterKey, byte[] wrapped) {
    jdbc.sql(
            """
            update data_key set master_key_id = :master, wrapped_key = :wrapped
             where institution_code = :institution and key_id = :key and destroyed_at is null
            """)
        .param("master", masterKey)
        .param("wrapped", wrapped)
        .param("institution", institution.value())
        .param("key", number)
        .update();
  }

  /**
   * Leaves nothing of any key but that it was there.
   *
   * @return how many
   */
  int destroy(InstitutionCode institution, Instant now) {
    return jdbc.sql(
            """
            update data_key set master_key_id = null, wrapped_key = null, destroyed_at = :now
             where institution_code = :institution and destroyed_at is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("institution", institution.value())
        .update();
  }

  private static StoredDataKey read(ResultSet row) throws SQLException {
    return new StoredDataKey(
        row.getInt("key_id"), row.getString("master_key_id"), row.getBytes("wrapped_key"));
  }
}
