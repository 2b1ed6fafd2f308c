package jp.chukan.gateway.approval;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for people, counted: how many cases stand how, of the open transaction's institution.
 * Nothing of the persons.
 */
@Component
public class ApprovalOverview {
  private final JdbcClient jdbc;

  public ApprovalOverview(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many cases stand how; a state without any is left out. */
  public Map<ApprovalState, Integer> counts() {
    Map<ApprovalState, Integer> counts = new EnumMap<>(ApprovalState.class);
    jdbc.sql("select state, count(*) as cases from approval_case group by state")
        .query(
            row -> {
              counts.put(ApprovalState.valueOf(row.getString("state")), row.getInt("cases"));
            });
    return counts;
  }

  /** When the first permit of the cases that wait runs out, or empty while none waits. */
  public Optional<Instant> nextExpiry() {
    return jdbc.sql(
            """
            select min(permit_expires_at) from approval_case
             where state in ('AWAITING', 'PREPARED')
            """)
        .query(
            (row, index) ->
                Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant))
        .single();
  }

  /** How many cases wait whose permit runs out before this instant. */
  public int waitingUntil(Instant end) {
    return jdbc.sql(
            """
            select count(*) from approval_case
             where state in ('AWAITING', 'PREPARED') and permit_expires_at < :end
            """)
        .param("end", end.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }
}
