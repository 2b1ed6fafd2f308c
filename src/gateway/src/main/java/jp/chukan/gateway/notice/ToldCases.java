package jp.chukan.gateway.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases staff have been told of, and whose turn it is to tell; in the open transaction. */
@Component
class ToldCases {
  private static final int MOST = 1_000;

  private final JdbcClient jdbc;

  ToldCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Cases that still can be decided. */
  WaitingCases waiting(Instant now) {
    return jdbc.sql(
            """
            select count(*) filter (where state = 'AWAITING') as officers,
                   count(*) filter (where state = 'PREPARED') as approvers
              from approval_case
             where state in ('AWAITING', 'PREPARED') and permit_expires_at > :now
            """)
        .param("now", time(now))
        .query(
            (row, index) ->
                new WaitingCases(row.getInt("officers"), row.getInt("approvers"), untold(now)))
        .single();
  }

  private List<WaitingCases.Untold> untold(Instant now) {
    return jdbc.sql(
            """
            select waiting.case_id, waiting.version
              from approval_case waiting
             where waiting.state in ('AWAITING', 'PREPARED') and waiting.permit_expires_at > :now
               and not exists (select from told_case told
                                where told.institution_code = waiting.institution_code
                                  and told.case_id = waiting.case_id
                                  and told.version = waiting.version)
             order by waiting.permit_expires_at, waiting.case_id
             limit :most
            """)
        .param("now", time(now))
        .param("most", MOST)
        .query(
            (row, index) ->
                new WaitingCases.Untold(
                    new ReceptionNumber(row.getString("case_id")), row.getInt("version")))
        .list();
  }

  /**
   * Takes the turn to tell, so that of several nodes one does.
   *
   * @param until the next may not begin before, unless the turn ends otherwise
   * @return false while another has it, or the last mail is too fresh
   */
  boolean takeTurn(InstitutionCode institution, Instant now, Instant until) {
    return jdbc.sql(
                """
                insert into notice_turn (institution_code, next_at, failed)
                values (:institution, :until, true)
                on conflict (institution_code) do update set next_at = :until, failed = true
                 where notice_turn.next_at <= :now
                """)
            .param("institution", institution.value())
            .param("until", time(until))
            .param("now", time(now))
            .update()
        == 1;
  }

  /** Whether the last turn told nobody, though there was something to tell. */
  boolean failed(InstitutionCode institution) {
    return jdbc.sql("select failed from notice_turn where institution_code = :institution")
        .param("institution", institution.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Keeps that a mail has told of these; the next one comes not before. */
  void told(InstitutionCode institution, WaitingCases waiting, Instant at, Instant next) {
    for (WaitingCases.Untold one : waiting.untold()) {
      jdbc.sql(
              """
              insert into told_case (institution_code, case_id, version, told_at)
              values (:institution, :caseId, :version, :at)
              on conflict do nothing
              """)
          .param("institution", institution.value())
          .param("caseId", one.caseId().value())
          .param("version", one.version())
          .param("at", time(at))
          .update();
    }
    jdbc.sql(
            """
            update notice_turn set next_at = :next, failed = false
             where institution_code = :institution
            """)
        .param("institution", institution.value())
        .param("next", time(next))
        .update();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
