package jp.chukan.gateway.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.backup.BackupManifest.Head;
import jp.chukan.gateway.backup.BackupManifest.Partition;
import jp.chukan.gateway.backup.BackupManifest.Sequence;
import jp.chukan.gateway.backup.BackupManifest.Table;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Puts the rows of a backup into an empty database, all or none. The schema is made by the
 * migrations up to the one that the backup was taken from; the server brings it up to date at its
 * next start.
 */
final class RestoreDatabase {
  private static final String FOLDER = "database";

  private final DataSource owner;
  private final DataSource loader;

  /**
   * @param owner of the schema
   * @param loader a role that may pass by row-level security and set {@code
   *     session_replication_role}: triggers and references have held when the rows were written
   */
  RestoreDatabase(DataSource owner, DataSource loader) {
    this.owner = owner;
    this.loader = loader;
  }

  /**
   * @param restoredAt now
   * @return the newest heads of the evidence, as the database has them now
   * @throws InvalidInputException with {@link ErrorCode#SYM_BACKUP_PLACE} when the database is not
   *     empty, with {@link ErrorCode#SYM_BACKUP_CONTENT} when its heads are not those of the backup
   *     afterwards
   */
  List<Head> restore(VerifiedBackup backup, Instant restoredAt) throws IOException, SQLException {
    BackupManifest manifest = backup.manifest();
    makeSchema(manifest);
    try (Connection connection = loader.getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "set local session_replication_role = replica");
      empty(connection, manifest.tables());
      load(connection, backup);
      setSequences(connection, manifest.sequences());
      List<Head> heads = DatabaseImage.heads(connection);
      if (!heads.equals(manifest.heads())) {
        throw InvalidInputException.of(ErrorCode.SYM_BACKUP_CONTENT);
      }
      note(connection, backup.takenAt(), restoredAt);
      connection.commit();
      return heads;
    }
  }

  private void makeSchema(BackupManifest manifest) throws SQLException {
    try (Connection connection = owner.getConnection();
        ResultSet tables = connection.getMetaData().getTables(null, "public", "%", null)) {
      if (tables.next()) {
        throw InvalidInputException.of(ErrorCode.SYM_BACKUP_PLACE);
      }
    }
    Flyway.configure().dataSource(owner).target(manifest.schemaVersion()).load().migrate();
    try (Connection connection = owner.getConnection()) {
      makePartitions(connection, manifest.partitions());
    }
  }

  /** Months that were made before this one are not made by the migrations any more. */
  private static void makePartitions(Connection connection, List<Partition> partitions)
      throws SQLException {
    for (Partition partition : partitions) {
      execute(
          connection,
          "create table if not exists %s partition of %s %s"
              .formatted(
                  DatabaseImage.quoted(partition.name()),
                  DatabaseImage.quoted(partition.parent()),
                  partition.bound()));
    }
  }

  /** The migrations bring some rows of their own. */
  private static void empty(Connection connection, List<Table> tables) throws SQLException {
    execute(
        connection,
        "truncate "
            + tables.stream()
                .map(table -> DatabaseImage.quoted(table.name()))
                .collect(Collectors.joining(", ")));
  }

  private static void load(Connection connection, VerifiedBackup backup)
      throws IOException, SQLException {
    Map<String, Table> tables =
        backup.manifest().tables().stream()
            .collect(Collectors.toMap(table -> FOLDER + "/" + table.name(), Function.identity()));
    var copy = connection.unwrap(PGConnection.class).getCopyAPI();
    backup.read(
        FOLDER,
        (entry, content) -> {
          Table table = tables.get(entry.name());
          if (table == null) {
            throw InvalidInputException.of(ErrorCode.SYM_BACKUP_CONTENT);
          }
          copyIn(copy, table, content);
        });
  }

  private static void copyIn(CopyManager copy, Table table, InputStream content)
      throws IOException {
    try {
      copy.copyIn(
          "copy %s (%s) from stdin (format binary)"
              .formatted(DatabaseImage.quoted(table.name()), DatabaseImage.columns(table)),
          content);
    } catch (SQLException e) {
      // the message of the database quotes the row
      throw new IOException("rows of " + table.name() + " are not taken: " + e.getSQLState());
    }
  }

  private static void setSequences(Connection connection, List<Sequence> sequences)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
      for (Sequence sequence : sequences) {
        statement.setString(1, DatabaseImage.quoted(sequence.name()));
        statement.setLong(2, sequence.last());
        statement.execute();
      }
    }
  }

  private static void note(Connection connection, Instant takenAt, Instant restoredAt)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into restoration (restored_at, taken_at) values (?, ?)")) {
      statement.setObject(1, restoredAt.atOffset(ZoneOffset.UTC));
      statement.setObject(2, takenAt.atOffset(ZoneOffset.UTC));
      statement.execute();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
