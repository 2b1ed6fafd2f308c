package jp.chukan.mocknetwork.insurerserver;

import java.util.Objects;
import java.util.function.Function;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.SystemVaults;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「委託区画」: work in one is done in a transaction that sees its rows only (row security of the
 * database), with a key that opens nothing of another.
 */
@Component
final class Partitions {
  private final JdbcClient jdbc;
  private final SystemVaults vaults;
  private final TransactionOperations transaction;

  Partitions(JdbcClient jdbc, SystemVaults vaults, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.vaults = vaults;
    this.transaction = transaction;
  }

  /**
   * A partition while it is open.
   *
   * @param tenant five digits of the municipality
   */
  record Partition(String tenant, JdbcClient jdbc, Vault vault) {
    /** Encrypts what is kept here. */
    <T> RecordVault<T> of(Class<T> type) {
      return new RecordVault<>(vault, type);
    }
  }

  /** Works in one partition. */
  <T> T in(String tenant, Function<Partition, T> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql("select set_config('chukan.tenant', ?, true)")
                  .param(tenant)
                  .query(String.class)
                  .single();
              var system = CountrySystem.only(SystemKind.INSURER_SERVER);
              return work.apply(new Partition(tenant, jdbc, vaults.of(system, tenant)));
            }));
  }

  /**
   * Lets in whom a partition belongs to: the municipality, or the prefecture's system for it.
   *
   * @throws RefusedCallException ANOTHER_TENANT
   */
  static void require(CountrySystem from, String partition) {
    boolean own =
        from.kind() == SystemKind.INSURANCE_TALLY
            ? partition.startsWith(from.place())
            : partition.equals(from.place());
    if (!own) {
      throw new RefusedCallException(Fault.ANOTHER_TENANT, "partition");
    }
  }
}
