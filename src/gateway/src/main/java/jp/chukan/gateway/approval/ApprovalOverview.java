package jp.chukan.gateway.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;
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
    return jdbc.sql("select min(permit_expires_at) from approval_case where state = 'AWAITING'")
        .query(
            (row, index) ->
                Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant))
        .single();
  }

  /**
   * Cases, the one whose permit runs out first at the top.
   *
   * @param state only those that stand so, null for all
   * @param skip how many to leave out
   * @param most how many at most
   */
  public List<ApprovalCase> page(@Nullable ApprovalState state, int skip, int most) {
    return jdbc.sql(
            """
            select case_id, processing_number, inquirer_code, affair_code, information_code, reason,
                   state, received_at, permit_expires_at
              from approval_case
             where cast(:state as text) is null or state = :state
             order by state = 'AWAITING' desc, permit_expires_at, case_id
            offset :skip
             limit :most
            """)
        .param("state", state == null ? null : state.name())
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  private static ApprovalCase read(ResultSet row) throws SQLException {
    return new ApprovalCase(
        new ReceptionNumber(row.getString("case_id")),
        new ProcessingNumber(row.getString("processing_number")),
        new InstitutionCode(row.getString("inquirer_code")),
        new AffairCode(row.getString("affair_code")),
        new SpecificPersonalInformationCode(row.getString("information_code")),
        ApprovalReason.valueOf(row.getString("reason")),
        ApprovalState.valueOf(row.getString("state")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getObject("permit_expires_at", OffsetDateTime.class).toInstant());
  }
}
