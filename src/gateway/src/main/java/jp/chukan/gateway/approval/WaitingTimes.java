package jp.chukan.gateway.approval;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.gateway.kernel.JapanDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long held cases of the open transaction's institution waited, from the request to the end;
 * counts only (MS-93). Counts of several institutions can be added up, which medians cannot.
 */
@Component
public class WaitingTimes {
  private final JdbcClient jdbc;

  public WaitingTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param day in Japan on which the cases ended
   * @param minutes how long they had waited, in minutes begun
   * @param cases how many
   */
  public record Waited(LocalDate day, long minutes, long cases) {}

  /**
   * Cases that ended in these days, in order of day and minutes.
   *
   * @param from first day
   * @param to last day
   */
  public List<Waited> byDay(LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select cast(step.occurred_at at time zone 'Asia/Tokyo' as date) as day,
                   cast(ceil(extract(epoch from step.occurred_at - held.received_at) / 60)
                        as bigint) as minutes,
                   count(*) as cases
              from approval_step step
              join approval_case held using (institution_code, case_id)
             where step.state in ('APPROVED', 'DECLINED', 'EXPIRED')
               and step.occurred_at >= :from and step.occurred_at < :to
             group by 1, 2
             order by 1, 2
            """)
        .param("from", JapanDay.startOf(from).atOffset(ZoneOffset.UTC))
        .param("to", JapanDay.startOf(to.plusDays(1)).atOffset(ZoneOffset.UTC))
        .query(
            (row, index) ->
                new Waited(
                    row.getObject("day", LocalDate.class),
                    row.getLong("minutes"),
                    row.getLong("cases")))
        .list();
  }
}
