package jp.chukan.gateway.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.ReplicaRegistrationResult.Refused;
import jp.chukan.gateway.crypto.InstitutionCipher;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The records of one registration inside the database, not yet in effect: loaded by COPY into a
 * table of the open transaction, so that a file of any length costs the server one buffer.
 */
@Component
class StagedRecords {
  private static final String TABLE =
      """
      create temporary table if not exists replica_staging (
        position            integer not null,
        record_number       text collate "C",
        addressee_number    text collate "C",
        information_code    text collate "C",
        data_set_item       text collate "C",
        record_key          text collate "C",
        parent_record_key   text collate "C",
        edition             text collate "C",
        published_from      date,
        published_to        date,
        region_code         text,
        response_mode       text,
        non_disclosure_code text,
        updated_at          timestamptz,
        content             bytea,
        refusal             text,
        refused_element     text,
        -- refused as a registration, but enough for a deletion
        unfit               boolean
      ) on commit delete rows
      """;

  private static final String COPY = "copy pg_temp.replica_staging from stdin (format binary)";
  private static final int COLUMNS = 18;

  private final JdbcOperations jdbc;
  private final PersonalDataCipher ciphers;

  StagedRecords(JdbcOperations jdbc, PersonalDataCipher ciphers) {
    this.jdbc = jdbc;
    this.ciphers = ciphers;
  }

  /**
   * Loads records in the open transaction of the institution, their content encrypted.
   *
   * @param source hands over each record as it reads it, and returns what it learned on the way
   */
  <T> T load(InstitutionCode institution, Function<Consumer<CheckedRecord>, T> source) {
    InstitutionCipher cipher = ciphers.of(institution);
    return Objects.requireNonNull(
        jdbc.execute(
            (ConnectionCallback<T>)
                connection -> {
                  execute(connection, TABLE);
                  T learned = copy(connection, cipher, source);
                  execute(connection, "analyze pg_temp.replica_staging");
                  return learned;
                }));
  }

  private static <T> T copy(
      Connection connection, InstitutionCipher cipher, Function<Consumer<CheckedRecord>, T> source)
      throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      BinaryCopy rows = new BinaryCopy(copy);
      T learned = source.apply(record -> add(rows, cipher, record));
      rows.end();
      return learned;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void add(BinaryCopy rows, InstitutionCipher cipher, CheckedRecord record) {
    try {
      write(rows, cipher, record);
    } catch (SQLException e) {
      throw new UncategorizedSQLException("load records", COPY, e);
    }
  }

  private static void write(BinaryCopy rows, InstitutionCipher cipher, CheckedRecord record)
      throws SQLException {
    switch (record) {
      case CheckedRecord.Acceptable acceptable -> write(rows, cipher, acceptable);
      case CheckedRecord.Refused refused -> write(rows, refused);
    }
  }

  private static void write(
      BinaryCopy rows, InstitutionCipher cipher, CheckedRecord.Acceptable record)
      throws SQLException {
    ReplicaKey key = record.key();
    Refusal unfit = record.unfit();
    rows.row(COLUMNS)
        .integer(record.position())
        .text(record.number().value())
        .text(key.addressee().value())
        .text(key.information().value())
        .text(key.dataSet().value())
        .text(key.recordKey())
        .text(record.parentRecordKey())
        .text(record.edition().value())
        .date(record.publishedFrom())
        .date(record.publishedTo())
        .text(record.regionCode())
        .text(record.responseMode() == null ? null : record.responseMode().name())
        .text(record.nonDisclosure() == null ? null : record.nonDisclosure().value())
        .timestamp(record.updatedAt())
        .bytes(
            unfit == null
                ? cipher.encrypt(ReplicaContent.write(record.items()), key.place())
                : null)
        .text(unfit == null ? null : unfit.code().name())
        .text(unfit == null ? null : unfit.element())
        .bool(unfit != null);
  }

  /** Of a refused record only what the sender is told: nothing of it is kept. */
  private static void write(BinaryCopy rows, CheckedRecord.Refused record) throws SQLException {
    rows.row(COLUMNS)
        .integer(record.position())
        .text(record.number() == null ? null : record.number().value());
    for (int column = 2; column < COLUMNS - 3; column++) {
      rows.text(null);
    }
    rows.text(record.refusal().code().name()).text(record.refusal().element()).bool(false);
  }

  /** How many records are refused, and how many are not. */
  Counts counts() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            select count(*) filter (where refusal is null),
                   count(*) filter (where refusal is not null)
              from pg_temp.replica_staging
            """,
            (row, index) -> new Counts(row.getInt(1), row.getInt(2))));
  }

  /**
   * The refused records in the order of the attachment.
   *
   * @param most how many at most
   */
  List<Refused> refused(int most) {
    return jdbc.query(
        """
        select record_number, position, refusal, refused_element
          from pg_temp.replica_staging
         where refusal is not null
         order by position
         limit ?
        """,
        (row, index) -> {
          ErrorCode code = ErrorCode.valueOf(row.getString("refusal"));
          return new Refused(
              row.getString("record_number"),
              row.getInt("position"),
              code.id(),
              row.getString("refused_element"),
              code.message());
        },
        most);
  }

  /**
   * @param accepted records that are not refused
   * @param refused records that changed nothing
   */
  record Counts(int accepted, int refused) {}
}
