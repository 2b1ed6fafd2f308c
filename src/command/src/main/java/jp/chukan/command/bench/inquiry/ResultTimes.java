package jp.chukan.command.bench.inquiry;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import jp.chukan.command.bench.measuring.Percentiles;
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
                SELECT coalesce(
                         percentile_disc(ARRAY[0.5, 0.95, 0.99, 0.999]) WITHIN GROUP (ORDER BY taken),
                         ARRAY[0, 0, 0, 0]::numeric[])
                FROM (SELECT round(extract(epoch FROM concluded_at - received_at) * 1000) AS taken
                      FROM inquiry WHERE sent_at IS NOT NULL AND concluded_at IS NOT NULL) t
                """)) {
      rows.next();
      var times = (BigDecimal[]) rows.getArray(1).getArray();
      return new Percentiles(
          times[0].longValue(), times[1].longValue(), times[2].longValue(), times[3].longValue());
    }
  }
}
