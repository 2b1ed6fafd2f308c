package jp.chukan.gateway.network;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jp.chukan.gateway.kernel.OutgoingQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of the open transaction's institution has yet to reach the broker; counts only. */
@Component
public class OutboxDepths {
  private final JdbcClient jdbc;

  OutboxDepths(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param queue where it goes
   * @param messages how many
   * @param oldest since when the first of them waits
   */
  public record OutboxDepth(OutgoingQueue queue, long messages, Instant oldest) {}

  /** A queue for which nothing waits is left out. */
  public List<OutboxDepth> all() {
    return jdbc.sql(
            """
            select queue, count(*) as messages, min(created_at) as oldest
              from outbox group by queue order by queue
            """)
        .query(
            (row, index) ->
                new OutboxDepth(
                    OutgoingQueue.valueOf(row.getString("queue")),
                    row.getLong("messages"),
                    row.getObject("oldest", OffsetDateTime.class).toInstant()))
        .list();
  }
}
