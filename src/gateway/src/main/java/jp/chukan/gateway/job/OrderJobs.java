package jp.chukan.gateway.job;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.job.JobOrder.Refused;
import jp.chukan.gateway.job.JobOrder.Taken;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * People have a job run, or end. A 団体管理者 does so for the own institution, who runs the platform for
 * all of them; but what deletes personal data only the institution itself has done (MS-63). Each
 * order is in the 「操作ログ」 of whose staff gave it.
 */
@Component
public final class OrderJobs {
  private static final String RUN = "console.jobs.run";
  private static final String CANCEL = "console.jobs.cancel";

  private final JobTurns turns;
  private final JobRuns runs;
  private final JobOrders orders;
  private final OperationLog operations;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  OrderJobs(
      JobTurns turns,
      JobRuns runs,
      JobOrders orders,
      OperationLog operations,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.turns = turns;
    this.runs = runs;
    this.orders = orders;
    this.operations = operations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whether this person sees the jobs of the institution, and may end what runs of them. */
  public static boolean mayFollow(StaffIdentity staff, InstitutionCode institution) {
    return staff.mayActAs(StaffRole.OPERATOR)
        || (staff.mayActAs(StaffRole.ADMINISTRATOR) && staff.institution().equals(institution));
  }

  /** Whether this person may have the job run. */
  public static boolean mayRun(StaffIdentity staff, JobKey key) {
    boolean own =
        staff.mayActAs(StaffRole.ADMINISTRATOR) && staff.institution().equals(key.institution());
    return own || (staff.mayActAs(StaffRole.OPERATOR) && !key.job().deletes());
  }

  /** Has the job run as soon as a node comes to it. */
  public JobOrder run(StaffIdentity staff, JobKey key) {
    if (isUnknown(staff, key)) {
      return new Refused(ErrorCode.SYM_JOB_UNKNOWN);
    }
    if (!mayRun(staff, key)) {
      transactions.run(staff.institution(), () -> log(staff, RUN, key.toString(), false));
      return new Refused(ErrorCode.SYM_JOB_NOT_ALLOWED);
    }
    JobActor by = by(staff);
    JobOrder order =
        give(
            staff,
            RUN,
            key,
            key.toString(),
            () -> isOpen(key) || !orders.ask(key, by) ? ErrorCode.SYM_JOB_RUNNING : null);
    if (order instanceof Taken) {
      turns.wake(key);
    }
    return order;
  }

  /**
   * Has a run end at its next safe point.
   *
   * @param run its number
   */
  public JobOrder cancel(StaffIdentity staff, JobKey key, long run) {
    if (isUnknown(staff, key)) {
      return new Refused(ErrorCode.SYM_JOB_UNKNOWN);
    }
    JobActor by = by(staff);
    return give(
        staff,
        CANCEL,
        key,
        key + " " + run,
        () -> orders.cancel(key, run, by) ? null : ErrorCode.SYM_JOB_NOT_RUNNING);
  }

  private boolean isUnknown(StaffIdentity staff, JobKey key) {
    return !mayFollow(staff, key.institution()) || turns.find(key).isEmpty();
  }

  private boolean isOpen(JobKey key) {
    return runs.open().stream().anyMatch(run -> run.job() == key.job());
  }

  /**
   * The order and its line in one transaction; where the job is another institution's than the
   * person, the line comes after, and the run itself names who asked for it.
   */
  private JobOrder give(
      StaffIdentity staff, String function, JobKey key, String target, Order order) {
    Supplier<JobOrder> deed = () -> outcome(order.give());
    if (staff.institution().equals(key.institution())) {
      return transactions.within(
          key.institution(), () -> logged(staff, function, target, deed.get()));
    }
    JobOrder outcome = transactions.within(key.institution(), deed);
    return transactions.within(staff.institution(), () -> logged(staff, function, target, outcome));
  }

  /** Gives an order in the open transaction of the job's institution. */
  @FunctionalInterface
  private interface Order {

    /**
     * @return why it is refused, null when it is not
     */
    @Nullable ErrorCode give();
  }

  private static JobOrder outcome(@Nullable ErrorCode refusal) {
    return refusal == null ? new Taken() : new Refused(refusal);
  }

  private JobOrder logged(StaffIdentity staff, String function, String target, JobOrder outcome) {
    log(staff, function, target, outcome instanceof Taken);
    return outcome;
  }

  private void log(StaffIdentity staff, String function, String target, boolean succeeded) {
    operations.append(
        new Operation(
            staff.institution(),
            staff.user(),
            OperationKind.JOB,
            function,
            succeeded,
            target,
            null,
            null,
            clock.instant()));
  }

  private JobActor by(StaffIdentity staff) {
    Instant now = clock.instant();
    return new JobActor(staff.user(), staff.institution(), now);
  }
}
