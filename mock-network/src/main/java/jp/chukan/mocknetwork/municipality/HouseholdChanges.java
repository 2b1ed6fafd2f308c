package jp.chukan.mocknetwork.municipality;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes since the residents were generated, so that a restart finds them again. */
@Component
final class HouseholdChanges {
  private final JdbcClient jdbc;

  HouseholdChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(InstitutionCode institution, int head, Instant at) {
    jdbc.sql(
            """
            insert into household_change (institution, head, changed_at) values (?, ?, ?)
            """)
        .params(institution.value(), head, Timestamp.from(at))
        .update();
  }

  List<Change> of(InstitutionCode institution) {
    return jdbc.sql(
            """
            select head, changed_at from household_change where institution = ? order by id
            """)
        .param(institution.value())
        .query((row, n) -> new Change(row.getInt(1), row.getTimestamp(2).toInstant()))
        .list();
  }

  /**
   * One 「世帯主変更」.
   *
   * @param head resident who became head
   * @param at when
   */
  record Change(int head, Instant at) {}
}
