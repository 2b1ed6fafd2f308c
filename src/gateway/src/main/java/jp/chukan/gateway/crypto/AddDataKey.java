package jp.chukan.gateway.crypto;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DataKey;
import jp.chukan.contract.crypto.WrappingKey;
import jp.chukan.gateway.crypto.StoredDataKeys.StoredDataKey;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives an institution a new data key: from the next transaction on everything is encrypted with
 * it, on all nodes. What was encrypted before stays as it is and is read with the older keys.
 */
@Component("addDataKey")
public final class AddDataKey {
  private final InstitutionTransactions transactions;
  private final StoredDataKeys keys;
  private final MasterKeys masterKeys;
  private final InstantSource clock;
  private final SecureRandom random;

  public AddDataKey(
      InstitutionTransactions transactions,
      JdbcClient jdbc,
      MasterKeys masterKeys,
      InstantSource clock,
      SecureRandom random) {
    this.transactions = transactions;
    this.keys = new StoredDataKeys(jdbc);
    this.masterKeys = masterKeys;
    this.clock = clock;
    this.random = random;
  }

  /**
   * @throws DestroyedDataKeysException when the institution's keys were destroyed
   */
  public void add(InstitutionCode institution, JobProgress progress) {
    transactions.run(
        institution,
        () -> {
          List<StoredDataKey> there = keys.all(institution);
          if (there.stream().anyMatch(StoredDataKey::isDestroyed)) {
            throw new DestroyedDataKeysException();
          }
          int number = there.isEmpty() ? 1 : there.getLast().number() + 1;
          WrappingKey master = masterKeys.newest();
          byte[] wrapped = master.wrap(DataKey.generate(random));
          // whoever was ordered to do the same at this moment has done it
          keys.insert(institution, number, master.id(), wrapped, clock.instant());
          progress.done(1);
        });
  }
}
