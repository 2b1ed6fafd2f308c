package jp.chukan.mocknetwork.day;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which days were played. */
@Component
final class Days {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Days(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<LocalDate> last() {
    return jdbc.sql("select max(day) from country_day")
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  void begun(LocalDate day, long seed) {
    jdbc.sql("insert into country_day (day, seed, begun_at) values (?, ?, ?)")
        .params(day, seed, Timestamp.from(clock.instant()))
        .update();
  }

  void ended(LocalDate day) {
    jdbc.sql("update country_day set ended_at = ? where day = ?")
        .params(Timestamp.from(clock.instant()), day)
        .update();
  }
}
