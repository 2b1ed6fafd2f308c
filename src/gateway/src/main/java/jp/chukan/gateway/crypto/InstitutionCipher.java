package jp.chukan.gateway.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RestingCipher;
import jp.chukan.contract.crypto.UnreadableAtRestException;
import jp.chukan.gateway.crypto.StoredDataKeys.StoredDataKey;

/**
 * Encrypts the personal data of one institution at rest; valid in the transaction it came from, and
 * there without another question to the database.
 */
public final class InstitutionCipher {
  private final InstitutionCode institution;
  private final Map<Integer, StoredDataKey> keys = new HashMap<>();
  private final BiFunction<InstitutionCode, StoredDataKey, RestingCipher> ciphers;
  private final RestingCipher newest;

  /**
   * @param keys of the institution, at least one, the newest last
   */
  InstitutionCipher(
      InstitutionCode institution,
      List<StoredDataKey> keys,
      BiFunction<InstitutionCode, StoredDataKey, RestingCipher> ciphers) {
    this.institution = institution;
    this.ciphers = ciphers;
    keys.forEach(key -> this.keys.put(key.number(), key));
    this.newest = ciphers.apply(institution, keys.getLast());
  }

  /**
   * @param place what the content belongs to; the same must be given to decrypt
   */
  public byte[] encrypt(byte[] content, String place) {
    return newest.encrypt(content, associated(place));
  }

  /**
   * @throws UnreadableAtRestException when it was changed or moved elsewhere, or its key is not
   *     there
   */
  public byte[] decrypt(byte[] encrypted, String place) {
    StoredDataKey key = keys.get(RestingCipher.keyNumber(encrypted));
    if (key == null) {
      throw new UnreadableAtRestException("the data key of this is not there");
    }
    return ciphers.apply(institution, key).decrypt(encrypted, associated(place));
  }

  private byte[] associated(String place) {
    return (institution.value() + ":" + place).getBytes(StandardCharsets.UTF_8);
  }
}
