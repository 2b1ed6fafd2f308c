package jp.chukan.gateway.approval;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.Grants;
import jp.chukan.gateway.staff.StaffIdentity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for a person, counted: how many cases stand how, of the open transaction's institution
 * and of the 「事務」 for which the person has a grant to provide (MS-11). Nothing of the citizens.
 */
@Component
public class ApprovalOverview {
  private final JdbcClient jdbc;
  private final Grants grants;

  public ApprovalOverview(JdbcClient jdbc, Grants grants) {
    this.jdbc = jdbc;
    this.grants = grants;
  }

  /** How many cases stand how; a state without any is left out. */
  public Map<ApprovalState, Integer> counts(StaffIdentity who, Instant now) {
    Map<ApprovalState, Integer> counts = new EnumMap<>(ApprovalState.class);
    jdbc.sql(
            """
            select state, count(*) as cases from approval_case
             where affair_code = any (:affairs)
             group by state
            """)
        .param("affairs", affairs(who, now))
        .query(
            row -> {
              counts.put(ApprovalState.valueOf(row.getString("state")), row.getInt("cases"));
            });
    return counts;
  }

  /** When the first permit of the cases that wait runs out, or empty while none waits. */
  public Optional<Instant> nextExpiry(StaffIdentity who, Instant now) {
    return jdbc.sql(
            """
            select min(permit_expires_at) from approval_case
             where state in ('AWAITING', 'PREPARED') and affair_code = any (:affairs)
            """)
        .param("affairs", affairs(who, now))
        .query(
            (row, index) ->
                Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant))
        .single();
  }

  /** How many cases wait whose permit runs out before this instant. */
  public int waitingUntil(StaffIdentity who, Instant end, Instant now) {
    return jdbc.sql(
            """
            select count(*) from approval_case
             where state in ('AWAITING', 'PREPARED') and affair_code = any (:affairs)
               and permit_expires_at < :end
            """)
        .param("affairs", affairs(who, now))
        .param("end", end.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  private String[] affairs(StaffIdentity who, Instant now) {
    return grants
        .affairs(who.user(), who.department(), GrantedFunction.PROVISION, JapanDay.of(now))
        .stream()
        .map(AffairCode::value)
        .toArray(String[]::new);
  }
}
