package jp.chukan.gateway.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.backup.BackupManifest.Head;
import jp.chukan.gateway.backup.BackupManifest.Partition;
import jp.chukan.gateway.backup.BackupManifest.Sequence;
import jp.chukan.gateway.backup.BackupManifest.Table;
import org.postgresql.PGConnection;

/**
 * The database as it was when {@link #freeze} was called, however long the reading takes. What is
 * stored comes out as it is stored: personal data stay encrypted with their data keys.
 */
final class DatabaseImage implements AutoCloseable {
  private static final String TABLES =
      """
      select c.relname,
             (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 and a.attgenerated = '') as columns
        from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not c.relispartition and c.relname <> 'flyway_schema_history'
       order by c.relname
      """;

  private static final String PARTITIONS =
      """
      select parent.relname, c.relname, pg_get_expr(c.relpartbound, c.oid)
        from pg_class c
        join pg_inherits i on i.inhrelid = c.oid
        join pg_class parent on parent.oid = i.inhparent
       where c.relnamespace = 'public'::regnamespace and c.relispartition and c.relkind = 'r'
       order by parent.relname, c.relname
      """;

  private static final String SEQUENCES =
      """
      select sequencename, last_value from pg_sequences
       where schemaname = 'public' and last_value is not null
       order by sequencename
      """;

  private static final String HEADS =
      """
      select distinct on (institution_code)
             institution_code, tree_size, encode(sha256(signed_head), 'hex')
        from tree_head
       order by institution_code, head_number desc
      """;

  private static final String SCHEMA_VERSION =
      """
      select version from flyway_schema_history
       where success and version is not null order by installed_rank desc limit 1
      """;

  private final Connection connection;

  private DatabaseImage(Connection connection) {
    this.connection = connection;
  }

  /** A connection of its own: the pool's cannot see all institutions. */
  static DatabaseImage connect(String url, BackupSettings.Role role) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", role.user());
    properties.setProperty("password", role.password());
    properties.setProperty("logServerErrorDetail", "false");
    Connection connection = DriverManager.getConnection(url, properties);
    try {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new DatabaseImage(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Lets one backup at a time be made, on whichever node.
   *
   * @throws InvalidInputException with {@link ErrorCode#SYM_BACKUP_RUNNING} when there is another
   */
  void lock() throws SQLException {
    boolean free =
        query("select pg_try_advisory_lock(hashtext('chukan.backup'))", row -> row.getBoolean(1))
            .getFirst();
    // the snapshot is yet to come
    connection.commit();
    if (!free) {
      throw InvalidInputException.of(ErrorCode.SYM_BACKUP_RUNNING);
    }
  }

  /** From here on nothing that others do is seen. */
  void freeze() throws SQLException {
    query("select pg_current_snapshot()", row -> row.getString(1));
  }

  String schemaVersion() throws SQLException {
    return query(SCHEMA_VERSION, row -> row.getString(1)).getFirst();
  }

  List<Table> tables() throws SQLException {
    return query(
        TABLES, row -> new Table(row.getString(1), List.of((String[]) row.getArray(2).getArray())));
  }

  List<Partition> partitions() throws SQLException {
    return query(
        PARTITIONS, row -> new Partition(row.getString(1), row.getString(2), row.getString(3)));
  }

  /** Numbers are given outside of transactions, so these may be ahead of the rows, never behind. */
  List<Sequence> sequences() throws SQLException {
    return query(SEQUENCES, row -> new Sequence(row.getString(1), row.getLong(2)));
  }

  List<Head> heads() throws SQLException {
    return heads(connection);
  }

  /** The newest head of each tree, as this connection sees them. */
  static List<Head> heads(Connection connection) throws SQLException {
    return query(
        connection,
        HEADS,
        row -> new Head(new InstitutionCode(row.getString(1)), row.getLong(2), row.getString(3)));
  }

  /** Every row of the table, in PostgreSQL's binary form. */
  void copy(Table table, OutputStream out) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "copy (select %s from %s) to stdout (format binary)"
                .formatted(columns(table), quoted(table.name())),
            out);
  }

  static String columns(Table table) {
    return table.columns().stream().collect(Collectors.joining(", "));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
    return query(connection, sql, reader);
  }

  private static <T> List<T> query(Connection connection, String sql, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    }
  }

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
