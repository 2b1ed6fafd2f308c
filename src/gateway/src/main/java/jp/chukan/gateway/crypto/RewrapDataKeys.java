package jp.chukan.gateway.crypto;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DataKey;
import jp.chukan.contract.crypto.UnreadableAtRestException;
import jp.chukan.contract.crypto.WrappingKey;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.crypto.StoredDataKeys.StoredDataKey;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wraps the data keys of an institution anew under the newest master key, so that an older one can
 * be taken away. The data keys stay what they are: nothing that they encrypted is touched. What a
 * run does not come to is left to the next; each key is under one master key or the other.
 */
@Component("rewrapDataKeys")
public final class RewrapDataKeys {
  private static final Logger log = LoggerFactory.getLogger(RewrapDataKeys.class);
  private static final int BATCH = 100;

  private final InstitutionTransactions transactions;
  private final StoredDataKeys keys;
  private final MasterKeys masterKeys;

  public RewrapDataKeys(
      InstitutionTransactions transactions, JdbcClient jdbc, MasterKeys masterKeys) {
    this.transactions = transactions;
    this.keys = new StoredDataKeys(jdbc);
    this.masterKeys = masterKeys;
  }

  /**
   * Wraps all of them that can be unwrapped.
   *
   * @return how many are left under other master keys
   */
  public int rewrap(InstitutionCode institution, JobProgress progress) {
    WrappingKey newest = masterKeys.newest();
    progress.whole(left(institution));
    transactions.inBatches(
        institution, BATCH, progress, () -> batch(institution, newest, progress));
    int left = left(institution);
    if (left > 0) {
      log.warn("{} data keys of {} are not under {} yet", left, institution, newest.id());
    }
    return left;
  }

  /** How many data keys of the institution are under another master key than the newest. */
  public int left(InstitutionCode institution) {
    String newest = masterKeys.newest().id();
    return transactions.within(institution, () -> keys.countUnderOthers(institution, newest));
  }

  private int batch(InstitutionCode institution, WrappingKey newest, JobProgress progress) {
    List<StoredDataKey> some = keys.lockUnderOthers(institution, newest.id(), BATCH);
    int rewrapped = 0;
    for (StoredDataKey key : some) {
      try {
        DataKey unwrapped = masterKeys.unwrap(key.masterKey(), key.wrapped());
        keys.rewrap(institution, key.number(), newest.id(), newest.wrap(unwrapped));
        rewrapped++;
      } catch (UnreadableAtRestException unreadable) {
        log.warn(
            "data key {} of {} stays as it is: {}", key.number(), institution, key.masterKey());
        progress.fault(ErrorCode.SCM_KEY_REWRAP);
      }
    }
    return rewrapped;
  }
}
