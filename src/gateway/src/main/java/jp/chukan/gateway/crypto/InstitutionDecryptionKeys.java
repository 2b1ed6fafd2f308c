package jp.chukan.gateway.crypto;

import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DecryptionKey;

/** Opens what is encrypted to a served institution: the answers to its inquiries (MS-21). */
public final class InstitutionDecryptionKeys {
  private final Map<InstitutionCode, DecryptionKey> keys;

  InstitutionDecryptionKeys(Map<InstitutionCode, DecryptionKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * @throws IllegalArgumentException for an institution that this installation does not serve
   */
  public DecryptionKey of(InstitutionCode institution) {
    return Optional.ofNullable(keys.get(institution))
        .orElseThrow(() -> new IllegalArgumentException("not served: " + institution));
  }
}
