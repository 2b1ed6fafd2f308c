package jp.chukan.command.bench.provision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.chukan.command.installation.LocalPostgres;
import jp.chukan.contract.code.InstitutionCode;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Persons whom a municipality keeps 「副本」 of and nobody asks about: what is asked about stands among
 * as many. Each has the rows of one of those who were registered by the municipality's system, byte
 * for byte but for the keys, and they come by COPY. Their content is that person's ciphertext in
 * another place, and so would not open.
 */
final class HeldPersons {
  private static final int PORTION = 10_000;

  /** Ends of keys that are counted up. */
  private static final int DIGITS = 9;

  private static final List<Table> TABLES =
      List.of(
          new Table("linkage_acquisition", Set.of("addressee_number", "processing_number")),
          new Table("linkage_acquisition_record", Set.of("addressee_number", "record_number")),
          new Table("linkage_code", Set.of("addressee_number", "linkage_code")),
          new Table("replica", Set.of("addressee_number", "record_number")));

  /**
   * What is kept of a person.
   *
   * @param keys columns that are another's for each person
   */
  private record Table(String name, Set<String> keys) {}

  private HeldPersons() {}

  /**
   * Adds so many persons to one municipality.
   *
   * @param progress told which table is filled
   */
  static void add(
      LocalPostgres postgres, InstitutionCode municipality, int persons, Consumer<String> progress)
      throws IOException, SQLException {
    try (var connection = postgres.connect("postgres", "chukan");
        var statement = connection.createStatement()) {
      // the rows belong together as those do that they are made from
      statement.execute("SET session_replication_role = replica");
      var person = person(connection, municipality);
      var copies = connection.unwrap(PGConnection.class).getCopyAPI();
      for (var table : TABLES) {
        progress.accept("%,d persons, %s".formatted(persons, table.name));
        copy(copies, table, rows(copies, connection, table, person), persons);
        statement.execute("VACUUM ANALYZE " + table.name);
      }
    }
  }

  /** One with 「符号」 and 「副本」, as a condition of SQL. */
  private static String person(Connection connection, InstitutionCode municipality)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT format('institution_code = %L AND addressee_number = %L',
                          institution_code, addressee_number)
              FROM linkage_code JOIN replica USING (institution_code, addressee_number)
             WHERE institution_code = ? ORDER BY addressee_number LIMIT 1
            """)) {
      query.setString(1, municipality.value());
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /** The person's rows: pieces of COPY text, between which the number of a person stands. */
  private static List<List<String>> rows(
      CopyManager copies, Connection connection, Table table, String person)
      throws SQLException, IOException {
    var columns = columns(connection, table);
    var text = new ByteArrayOutputStream();
    copies.copyOut(
        "COPY (SELECT %s FROM %s WHERE %s) TO STDOUT"
            .formatted(String.join(",", columns), table.name, person),
        text);
    return text.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> pieces(line.split("\t", -1), columns, table.keys))
        .toList();
  }

  private static List<String> columns(Connection connection, Table table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT * FROM " + table.name + " LIMIT 0")) {
      var columns = new ArrayList<String>();
      for (int index = 1; index <= rows.getMetaData().getColumnCount(); index++) {
        columns.add(rows.getMetaData().getColumnName(index));
      }
      return columns;
    }
  }

  private static List<String> pieces(String[] values, List<String> columns, Set<String> keys) {
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    for (int index = 0; index < values.length; index++) {
      piece.append(index == 0 ? "" : "\t");
      if (keys.contains(columns.get(index))) {
        // no real one begins with it
        piece.append('Z').append(values[index], 1, values[index].length() - DIGITS);
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(values[index]);
      }
    }
    pieces.add(piece.append('\n').toString());
    return pieces;
  }

  private static void copy(CopyManager copies, Table table, List<List<String>> rows, int persons)
      throws SQLException {
    var copy = copies.copyIn("COPY " + table.name + " FROM STDIN");
    var portion = new StringBuilder();
    for (int person = 0; person < persons; person++) {
      var number = Integer.toString(person);
      var digits = "0".repeat(DIGITS - number.length()) + number;
      for (var row : rows) {
        portion.append(String.join(digits, row));
      }
      if (person % PORTION == PORTION - 1 || person == persons - 1) {
        var bytes = portion.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        portion.setLength(0);
      }
    }
    copy.endCopy();
  }
}
