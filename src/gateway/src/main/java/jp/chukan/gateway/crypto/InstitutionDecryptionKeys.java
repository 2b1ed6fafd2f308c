package jp.chukan.gateway.crypto;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DecryptionKey;

/**
 * Opens what is encrypted to a served institution: the answers to its inquiries (MS-21). Answers
 * are asked for under the newest key; what was encrypted to an older one opens as long as that one
 * is there.
 */
public final class InstitutionDecryptionKeys {
  private final InstalledKeys keys;
  private final InstantSource clock;

  InstitutionDecryptionKeys(InstalledKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The key to have answers encrypted to from now on.
   *
   * @throws IllegalArgumentException for an institution that this installation does not serve
   */
  public DecryptionKey inUse(InstitutionCode institution) {
    return set(institution).inUse(DecryptionKey::certificate, clock.instant());
  }

  /** The institution's key with this key id, when it is there. */
  public Optional<DecryptionKey> find(InstitutionCode institution, String keyId) {
    return all(institution).stream().filter(key -> key.keyId().equals(keyId)).findFirst();
  }

  /**
   * All that are there, old and new.
   *
   * @throws IllegalArgumentException for an institution that this installation does not serve
   */
  public List<DecryptionKey> all(InstitutionCode institution) {
    Collection<DecryptionKey> all = set(institution).all();
    return List.copyOf(all);
  }

  private KeySet<DecryptionKey> set(InstitutionCode institution) {
    return Optional.ofNullable(keys.ring().decryption().get(institution))
        .orElseThrow(() -> new IllegalArgumentException("not served: " + institution));
  }
}
