package jp.chukan.gateway.record.statistics;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.JobProgress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the records of each day that is over, once (JN-23, MS-93): each day and the note that it
 * is counted go together. A count says nothing about anybody, so it outlives the 「保管期限」 of the
 * records.
 */
@Component("keepStatistics")
final class KeepStatistics {
  /** What was decided before midnight is in the database by then. */
  private static final Duration SETTLED = Duration.ofMinutes(30);

  private final InstitutionTransactions transactions;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  KeepStatistics(InstitutionTransactions transactions, JdbcClient jdbc, InstantSource clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Counts all days that are over and not counted yet, the oldest first.
   *
   * @return how many days
   */
  int keep(InstitutionCode institution, JobProgress progress) {
    LocalDate last = JapanDay.of(clock.instant().minus(SETTLED)).minusDays(1);
    int kept = 0;
    while (progress.goesOn()
        && transactions.within(institution, () -> keepNext(institution, last))) {
      kept++;
      progress.done(1);
    }
    return kept;
  }

  /** Returns whether there was one. */
  private boolean keepNext(InstitutionCode institution, LocalDate last) {
    Optional<LocalDate> next = next().filter(day -> !day.isAfter(last));
    next.ifPresent(day -> keep(institution, day));
    return next.isPresent();
  }

  private Optional<LocalDate> next() {
    return jdbc.sql(
            """
            select coalesce((select kept_to + 1 from statistics_kept),
                            (select min(decided_on) from provision_record))
            """)
        .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  private void keep(InstitutionCode institution, LocalDate day) {
    jdbc.sql(
            """
            insert into statistics_day (institution_code, day, side, affair_code, information_code,
                                        outcome, records)
            select institution_code, decided_on, side, affair_code, information_code, outcome,
                   count(*)
              from provision_record
             where institution_code = :institution and decided_on = :day
             group by institution_code, decided_on, side, affair_code, information_code, outcome
            """)
        .param("institution", institution.value())
        .param("day", day)
        .update();
    jdbc.sql(
            """
            insert into statistics_kept (institution_code, kept_to) values (:institution, :day)
            on conflict (institution_code) do update set kept_to = excluded.kept_to
            """)
        .param("institution", institution.value())
        .param("day", day)
        .update();
  }
}
