package jp.chukan.gateway.crypto;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DataKey;
import jp.chukan.contract.crypto.RestingCipher;
import jp.chukan.gateway.crypto.StoredDataKeys.StoredDataKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Encrypts personal data at rest with the data keys of the institution (JN-02): with the newest,
 * and each ciphertext says with which, so that older ones go on being read. The keys themselves
 * rest wrapped by a master key; the first is made at first use, in the transaction that needs it.
 *
 * <p>Each transaction asks the database which keys there are. What was unwrapped before is
 * remembered, and counts for nothing once its key is destroyed there, whichever node did that.
 */
@Component
public class PersonalDataCipher {
  private final StoredDataKeys stored;
  private final MasterKeys masterKeys;
  private final InstantSource clock;
  private final SecureRandom random;

  /** At most one entry for each served institution, in it one for each of its data keys. */
  private final Map<InstitutionCode, Map<Integer, RestingCipher>> unwrapped =
      new ConcurrentHashMap<>();

  public PersonalDataCipher(
      JdbcClient jdbc, MasterKeys masterKeys, InstantSource clock, SecureRandom random) {
    this.stored = new StoredDataKeys(jdbc);
    this.masterKeys = masterKeys;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Encrypts within the open transaction of the institution.
   *
   * @param place what the content belongs to; the same must be given to decrypt
   * @throws DestroyedDataKeysException when the institution's keys were destroyed
   */
  public byte[] encrypt(InstitutionCode institution, byte[] content, String place) {
    return of(institution).encrypt(content, place);
  }

  /**
   * @throws jp.chukan.contract.crypto.UnreadableAtRestException when it was changed or moved
   *     elsewhere, or its key is gone
   */
  public byte[] decrypt(InstitutionCode institution, byte[] encrypted, String place) {
    return of(institution).decrypt(encrypted, place);
  }

  /**
   * The cipher of the institution for this transaction: the database is asked for the keys once.
   *
   * @throws DestroyedDataKeysException when the institution's keys were destroyed
   */
  public InstitutionCipher of(InstitutionCode institution) {
    if (TransactionSynchronizationManager.getResource(keyOf(institution)) instanceof Held held) {
      return held.cipher;
    }
    List<StoredDataKey> keys = stored.all(institution);
    if (keys.isEmpty()) {
      create(institution);
      // of two transactions that both made one, the first to commit wins and both read it
      keys = stored.all(institution);
    }
    if (keys.stream().anyMatch(StoredDataKey::isDestroyed)) {
      unwrapped.remove(institution);
      throw new DestroyedDataKeysException();
    }
    InstitutionCipher cipher = new InstitutionCipher(institution, keys, this::cipher);
    hold(institution, cipher);
    return cipher;
  }

  private void create(InstitutionCode institution) {
    DataKey fresh = DataKey.generate(random);
    stored.insertFirst(
        institution, masterKeys.newest().id(), masterKeys.newest().wrap(fresh), clock.instant());
  }

  private RestingCipher cipher(InstitutionCode institution, StoredDataKey key) {
    RestingCipher known = unwrapped.getOrDefault(institution, Map.of()).get(key.number());
    if (known != null) {
      return known;
    }
    RestingCipher cipher =
        new RestingCipher(key.number(), masterKeys.unwrap(key.masterKey(), key.wrapped()), random);
    rememberAfterCommit(institution, key.number(), cipher);
    return cipher;
  }

  /** Not before: a key that was made in this transaction may still roll back with it. */
  private void rememberAfterCommit(InstitutionCode institution, int number, RestingCipher cipher) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            unwrapped
                .computeIfAbsent(institution, code -> new ConcurrentHashMap<>())
                .put(number, cipher);
          }
        });
  }

  private void hold(InstitutionCode institution, InstitutionCipher cipher) {
    Held held = new Held(cipher);
    HeldBy key = keyOf(institution);
    TransactionSynchronizationManager.bindResource(key, held);
    TransactionSynchronizationManager.registerSynchronization(
        new ResourceHolderSynchronization<Held, HeldBy>(held, key) {});
  }

  private HeldBy keyOf(InstitutionCode institution) {
    return new HeldBy(this, institution);
  }

  /** What a transaction holds it by. */
  private record HeldBy(PersonalDataCipher owner, InstitutionCode institution) {}

  /** What a transaction holds. */
  private static final class Held extends ResourceHolderSupport {
    private final InstitutionCipher cipher;

    private Held(InstitutionCipher cipher) {
      this.cipher = cipher;
    }
  }
}
