package jp.chukan.gateway.crypto;

import java.nio.charset.StandardCharsets;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RestingCipher;

/** Encrypts the personal data of one institution at rest; valid in the transaction it came from. */
public final class InstitutionCipher {
  private final InstitutionCode institution;
  private final RestingCipher cipher;

  InstitutionCipher(InstitutionCode institution, RestingCipher cipher) {
    this.institution = institution;
    this.cipher = cipher;
  }

  /**
   * @param place what the content belongs to; the same must be given to decrypt
   */
  public byte[] encrypt(byte[] content, String place) {
    return cipher.encrypt(content, associated(place));
  }

  /**
   * @throws jp.chukan.contract.crypto.UnreadableAtRestException when it was changed or moved
   *     elsewhere
   */
  public byte[] decrypt(byte[] encrypted, String place) {
    return cipher.decrypt(encrypted, associated(place));
  }

  private byte[] associated(String place) {
    return (institution.value() + ":" + place).getBytes(StandardCharsets.UTF_8);
  }
}
