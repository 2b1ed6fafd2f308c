package jp.chukan.command.bench.registration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import jp.chukan.command.installation.LocalPostgres;
import org.postgresql.PGConnection;

/**
 * The least that storing so many rows of such a size costs on this machine: one COPY into a plain
 * table, without XML, TLS, encryption, checks or indexes.
 */
final class CopyFloor {
  private static final int ROWS_OF_A_CHUNK = 1_000;

  private CopyFloor() {}

  /** Average size of the stored 「副本」, in bytes. */
  static int rowSize(LocalPostgres postgres) throws IOException, SQLException {
    try (var connection = postgres.connect("postgres", "chukan");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT avg(pg_column_size(r)) FROM replica r")) {
      rows.next();
      return (int) Math.round(rows.getDouble(1));
    }
  }

  static Duration measure(LocalPostgres postgres, int rows, int rowSize)
      throws IOException, SQLException {
    try (var connection = postgres.connect("postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS copy_floor");
      statement.execute("CREATE TABLE copy_floor (content text NOT NULL)");
      // stored as it comes, as ciphertext is
      statement.execute("ALTER TABLE copy_floor ALTER content SET STORAGE EXTERNAL");
      long started = System.nanoTime();
      copy(connection, rows, rowSize);
      var taken = Duration.ofNanos(System.nanoTime() - started);
      statement.execute("DROP TABLE copy_floor");
      return taken;
    }
  }

  private static void copy(Connection connection, int rows, int rowSize)
      throws IOException, SQLException {
    var copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY copy_floor FROM STDIN");
    var row = "x".repeat(rowSize) + "\n";
    var chunk = row.repeat(ROWS_OF_A_CHUNK).getBytes(StandardCharsets.US_ASCII);
    for (int written = 0; written < rows; written += ROWS_OF_A_CHUNK) {
      int now = Math.min(ROWS_OF_A_CHUNK, rows - written);
      copy.writeToCopy(chunk, 0, now * row.length());
    }
    copy.endCopy();
  }
}
