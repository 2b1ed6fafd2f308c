package jp.chukan.gateway.record;

import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many exchanges ended how, by day, affair and 特定個人情報名, of the open transaction's institution;
 * counts only, nothing that points at anybody (MS-93).
 */
@Component
public class RecordStatistics {
  private final JdbcClient jdbc;

  public RecordStatistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param day the day in Japan
   * @param side on which side the institution stood
   * @param affair 事務, null when it could not be read from a refused request
   * @param information 「特定個人情報名コード」, null when it could not be read
   * @param outcome how they stand
   * @param records how many records say so
   */
  public record DayCount(
      LocalDate day,
      RecordSide side,
      @Nullable AffairCode affair,
      @Nullable SpecificPersonalInformationCode information,
      RecordOutcome outcome,
      long records) {}

  /**
   * Counts of the days, from what is kept of days that are over and from the records of the others,
   * in order of day, side, affair, information and outcome. A request that was held has two
   * records: one when it was held, one when it ended.
   *
   * @param from first day
   * @param to last day
   */
  public List<DayCount> byDay(LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select day, side, affair_code as affair, information_code as information, outcome,
                   records
              from statistics_day
             where day between :from and :to
            union all
            select decided_on, side, affair_code, information_code, outcome, count(*)
              from provision_record
             where decided_on
                   between greatest(:from, (select kept_to + 1 from statistics_kept)) and :to
             group by decided_on, side, affair_code, information_code, outcome
             order by day, side, affair, information, outcome
            """)
        .param("from", from)
        .param("to", to)
        .query(
            (row, index) -> {
              String affair = row.getString("affair");
              String information = row.getString("information");
              return new DayCount(
                  row.getObject("day", LocalDate.class),
                  RecordSide.valueOf(row.getString("side")),
                  affair == null ? null : new AffairCode(affair),
                  information == null ? null : new SpecificPersonalInformationCode(information),
                  RecordOutcome.valueOf(row.getString("outcome")),
                  row.getLong("records"));
            })
        .list();
  }
}
