package jp.chukan.command.bench;

import java.io.IOException;
import java.sql.SQLException;
import jp.chukan.command.bench.InquiryMeasurement.Percentiles;
import jp.chukan.command.installation.LocalPostgres;

/** How long inquiries took from acceptance to result, as the server itself noted it. */
final class ResultTimes {
  private ResultTimes() {}

  static Percentiles of(LocalPostgres postgres) throws IOException, SQLException {
    try (var connection = postgres.connect("postgres", "chukan");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY taken) * 1000,
                       percentile_cont(0.99) WITHIN GROUP (ORDER BY taken) * 1000
                FROM (SELECT extract(epoch FROM concluded_at - received_at) AS taken
                      FROM inquiry WHERE sent_at IS NOT NULL AND concluded_at IS NOT NULL) t
                """)) {
      rows.next();
      return new Percentiles(Math.round(rows.getDouble(1)), Math.round(rows.getDouble(2)));
    }
  }
}
