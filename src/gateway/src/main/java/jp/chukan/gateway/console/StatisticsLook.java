package jp.chukan.gateway.console;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.approval.WaitingTimes;
import jp.chukan.gateway.approval.WaitingTimes.Waited;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.record.RecordStatistics;
import jp.chukan.gateway.record.RecordStatistics.DayCount;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Component;

/**
 * Adds up what happened: for who runs the platform over all institutions, for everybody else in the
 * own one. Each look is kept in the 「操作ログ」 before anything is read (JN-23).
 */
@Component
class StatisticsLook {
  private final RecordStatistics records;
  private final WaitingTimes waiting;
  private final OperationLog operations;
  private final ServedInstitutions institutions;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  StatisticsLook(
      RecordStatistics records,
      WaitingTimes waiting,
      OperationLog operations,
      ServedInstitutions institutions,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.records = records;
    this.waiting = waiting;
    this.operations = operations;
    this.institutions = institutions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Counts of a period, without anybody.
   *
   * @param counts records; several of one day, affair and outcome where several institutions have
   *     some
   * @param waited how long held cases waited
   */
  record Statistics(List<DayCount> counts, List<Waited> waited) {}

  /**
   * @param kind looked at or taken out
   */
  Statistics look(StaffIdentity staff, StatisticsPeriod period, OperationKind kind) {
    transactions.run(
        staff.institution(),
        () ->
            operations.append(
                new Operation(
                    staff.institution(),
                    staff.user(),
                    kind,
                    "console.statistics",
                    true,
                    period.toString(),
                    null,
                    null,
                    clock.instant())));
    List<DayCount> counts = new ArrayList<>();
    List<Waited> waited = new ArrayList<>();
    for (InstitutionCode institution : whose(staff)) {
      transactions.run(
          institution,
          () -> {
            counts.addAll(records.byDay(period.from(), period.to()));
            waited.addAll(waiting.byDay(period.from(), period.to()));
          });
    }
    return new Statistics(counts, waited);
  }

  private List<InstitutionCode> whose(StaffIdentity staff) {
    return staff.mayActAs(StaffRole.OPERATOR) ? institutions.codes() : List.of(staff.institution());
  }
}
