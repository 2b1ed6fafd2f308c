package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;

/** What the databases of an installation know that no door tells. */
public final class Databases {
  private final Installation installation;

  public Databases(Installation installation) {
    this.installation = installation;
  }

  /** What this query counts among the gateway's rows. */
  public long countGateway(String query) {
    return count("chukan", query);
  }

  /** What this query counts among the mock network's rows. */
  public long countCountry(String query) {
    return count("country", query);
  }

  /** Answers whose content is not what the register of the municipality says. */
  public long answersThatDiffer() {
    return countCountry(
        """
        SELECT count(*) FROM inquirer_record JOIN core_exchange USING (processing_number)
        WHERE core_exchange.state = 'ANSWERED' AND matches_original IS NOT TRUE
        """);
  }

  /** Bytes on disk of what the gateway keeps, with indexes; what only passes through is not in. */
  public long keptBytes() {
    return countGateway(
        """
        SELECT sum(pg_total_relation_size(oid)) FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'outbox'
        """);
  }

  /** Waits until every record has its place in the evidence. */
  public void awaitSealed(Duration patience) {
    if (!Waiting.until(
        patience,
        () -> countGateway("SELECT count(*) FROM record_leaf WHERE tree_position IS NULL") == 0)) {
      throw new InstallationException("records are not sealed after " + patience);
    }
  }

  /** The text that this query makes of the mock network's rows. */
  public String textCountry(String query) {
    return first("country", query, rows -> rows.getString(1));
  }

  private long count(String database, String query) {
    return first(database, query, rows -> rows.getLong(1));
  }

  /** Reads a row. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> T first(String database, String query, Reading<T> reading) {
    try (var connection = installation.postgres().connect("postgres", database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return reading.of(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new InstallationException("cannot look into the database: " + e.getMessage(), e);
    }
  }
}
