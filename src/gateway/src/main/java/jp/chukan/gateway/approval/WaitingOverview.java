package jp.chukan.gateway.approval;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many cases wait for people at the open transaction's institution, whoever may see them;
 * counts only.
 */
@Component
public class WaitingOverview {
  private final JdbcClient jdbc;

  WaitingOverview(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param state in which they wait
   * @param cases how many
   * @param nextExpiry when the first of their permits runs out
   */
  public record Waiting(ApprovalState state, int cases, Instant nextExpiry) {}

  /** A state in which none waits is left out. */
  public List<Waiting> all() {
    return jdbc.sql(
            """
            select state, count(*) as cases, min(permit_expires_at) as next_expiry
              from approval_case
             where state in ('AWAITING', 'PREPARED')
             group by state
             order by state
            """)
        .query(
            (row, index) ->
                new Waiting(
                    ApprovalState.valueOf(row.getString("state")),
                    row.getInt("cases"),
                    row.getObject("next_expiry", OffsetDateTime.class).toInstant()))
        .list();
  }
}
