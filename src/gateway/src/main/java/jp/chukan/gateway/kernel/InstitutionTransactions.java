package jp.chukan.gateway.kernel;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import jp.chukan.contract.code.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door to data that belongs to an institution: a transaction in which the database shows
 * and takes rows of that 「機関コード」 only (MS-96). Outside of it, row-level security shows no row at
 * all.
 */
@Component
public class InstitutionTransactions {
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;
  private final JdbcClient jdbc;

  public InstitutionTransactions(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
    this.transaction = new TransactionTemplate(transactionManager);
    this.snapshot = new TransactionTemplate(transactionManager);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
    this.jdbc = jdbc;
  }

  /**
   * Runs the work in one transaction of the institution; rolls back when it throws.
   *
   * @throws IllegalStateException when another institution's transaction is already open
   */
  public <T> T within(InstitutionCode institution, Supplier<T> work) {
    T result =
        transaction.execute(
            status -> {
              enter(institution);
              return work.get();
            });
    return Objects.requireNonNull(result);
  }

  /**
   * Reads in one transaction of the institution, in which nothing changes that others do meanwhile.
   *
   * @throws IllegalStateException when another transaction is already open
   */
  public void read(InstitutionCode institution, Runnable work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a transaction is open, which others' changes come into");
    }
    snapshot.executeWithoutResult(
        status -> {
          enter(institution);
          work.run();
        });
  }

  /** Like {@link #within}, for work that has nothing to hand back. */
  public void run(InstitutionCode institution, Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          enter(institution);
          work.run();
        });
  }

  /**
   * Repeats work until it found less than a whole batch, or is to end, each time in a transaction
   * of its own, so that much of it neither holds many rows for long nor is lost whole.
   *
   * @param batch how much the work takes at most each time
   * @param work returns how much it took
   * @return how much it took in all
   */
  public int inBatches(
      InstitutionCode institution, int batch, JobProgress progress, Supplier<Integer> work) {
    int all = 0;
    int taken;
    do {
      taken = within(institution, work);
      all += taken;
      progress.done(taken);
    } while (taken == batch && progress.goesOn());
    return all;
  }

  private void enter(InstitutionCode institution) {
    Optional<String> entered =
        jdbc.sql(
                """
                select case when coalesce(current_setting('chukan.institution', true), '')
                                 in ('', :code)
                            then set_config('chukan.institution', :code, true)
                       end
                """)
            .param("code", institution.value())
            .query(String.class)
            .optional();
    if (entered.isEmpty()) {
      throw new IllegalStateException("a transaction of another institution is open");
    }
  }
}
