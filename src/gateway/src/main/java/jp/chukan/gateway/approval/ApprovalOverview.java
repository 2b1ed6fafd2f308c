package jp.chukan.gateway.approval;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for people, to look at: cases and how many stand how, of the open transaction's
 * institution. Nothing of the persons.
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

  /**
   * Cases, the one whose permit runs out first at the top.
   *
   * @param ended whether those that have ended are among them
   * @param skip how many to leave out
   * @param most how many at most
   */
  public List<ApprovalCase> page(boolean ended, int skip, int most) {
    return jdbc.sql(
            """
            select case_id, processing_number, inquirer_code, affair_code, information_code, reason,
                   state, received_at, permit_expires_at, version
              from approval_case
             where :ended or state in ('AWAITING', 'PREPARED')
             order by state in ('AWAITING', 'PREPARED') desc, permit_expires_at, case_id
            offset :skip
             limit :most
            """)
        .param("ended", ended)
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> ApprovalQueue.read(row))
        .list();
  }
}
