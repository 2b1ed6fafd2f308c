package jp.chukan.gateway.crypto;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DataKey;
import jp.chukan.contract.crypto.RestingCipher;
import jp.chukan.contract.crypto.WrappingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Encrypts personal data at rest with a data key of the institution (JN-02). The key itself rests
 * wrapped by the master key; it is made at first use, in the transaction that needs it.
 */
@Component
public class PersonalDataCipher {
  private static final int FIRST_KEY = 1;

  private final JdbcClient jdbc;
  private final WrappingKey masterKey;
  private final InstantSource clock;
  private final SecureRandom random;

  /** At most one entry for each served institution. */
  private final Map<InstitutionCode, RestingCipher> ciphers = new ConcurrentHashMap<>();

  public PersonalDataCipher(
      JdbcClient jdbc, WrappingKey masterKey, InstantSource clock, SecureRandom random) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Encrypts within the open transaction of the institution.
   *
   * @param place what the content belongs to; the same must be given to decrypt
   */
  public byte[] encrypt(InstitutionCode institution, byte[] content, String place) {
    return of(institution).encrypt(content, place);
  }

  /**
   * @throws jp.chukan.contract.crypto.UnreadableAtRestException when it was changed or moved
   *     elsewhere
   */
  public byte[] decrypt(InstitutionCode institution, byte[] encrypted, String place) {
    return of(institution).decrypt(encrypted, place);
  }

  /** The cipher of the institution for many records: the database is asked for the key once. */
  public InstitutionCipher of(InstitutionCode institution) {
    return new InstitutionCipher(institution, cipher(institution));
  }

  private RestingCipher cipher(InstitutionCode institution) {
    RestingCipher known = ciphers.get(institution);
    if (known != null) {
      return known;
    }
    RestingCipher cipher = load(institution).orElseGet(() -> create(institution));
    rememberAfterCommit(institution, cipher);
    return cipher;
  }

  /** Not before: a key that was made in this transaction may still roll back with it. */
  private void rememberAfterCommit(InstitutionCode institution, RestingCipher cipher) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            ciphers.put(institution, cipher);
          }
        });
  }

  private Optional<RestingCipher> load(InstitutionCode institution) {
    return jdbc.sql(
            """
            select wrapped_key from data_key
             where institution_code = :institution and key_id = :key
            """)
        .param("institution", institution.value())
        .param("key", FIRST_KEY)
        .query(byte[].class)
        .optional()
        .map(wrapped -> new RestingCipher(masterKey.unwrap(wrapped), random));
  }

  private RestingCipher create(InstitutionCode institution) {
    DataKey fresh = DataKey.generate(random);
    jdbc.sql(
            """
            insert into data_key (institution_code, key_id, master_key_id, wrapped_key, created_at)
            values (:institution, :key, :master, :wrapped, :now)
            on conflict do nothing
            """)
        .param("institution", institution.value())
        .param("key", FIRST_KEY)
        .param("master", masterKey.id())
        .param("wrapped", masterKey.wrap(fresh))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    // Of two transactions that both made one, the first to commit wins and both read it.
    return load(institution).orElseThrow();
  }
}
