package jp.chukan.mocknetwork.kiosk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every request at a キオスク端末 and what came of it (JN-11, JN-12); nothing about the person. */
@Component
final class KioskLog {
  /** What is written down when a certificate was handed out. */
  static final String ISSUED = "ISSUED";

  private final JdbcClient jdbc;

  KioskLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A line.
   *
   * @param requestNumber one number for all lines of a request
   * @param outcome {@link #ISSUED}, or the refusal
   */
  record Line(String requestNumber, String outcome) {}

  void append(
      String requestNumber, String place, Instant at, String outcome, @Nullable Integer fee) {
    jdbc.sql(
            """
            insert into kiosk_request (request_number, at, place, outcome, fee)
            values (?, ?, ?, ?, ?)
            """)
        .params(requestNumber, Timestamp.from(at), place, outcome, fee)
        .update();
  }

  /** All lines, oldest first. */
  List<Line> lines() {
    return jdbc.sql("select request_number, outcome from kiosk_request order by number")
        .query((row, n) -> new Line(row.getString(1), row.getString(2)))
        .list();
  }
}
