package jp.chukan.contract.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts data at rest with AES-256-GCM: one version byte, 12 bytes of nonce, ciphertext, 16 bytes
 * of tag. Safe for use by many threads.
 *
 * <p>The associated data say where the record belongs (for example institution, table and row), so
 * that a ciphertext copied to another place does not decrypt. Nonces are random: after about 2³²
 * records a data key must be replaced (NIST SP 800-38D §8.3).
 */
public final class RestingCipher {
  private static final byte VERSION = 1;
  private static final int HEADER = 1 + CryptoProfile.NONCE_BYTES;
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  private final DataKey key;
  private final SecureRandom random;

  public RestingCipher(DataKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
    byte[] nonce = new byte[CryptoProfile.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] result = new byte[HEADER + plaintext.length + CryptoProfile.TAG_BYTES];
    result[0] = VERSION;
    System.arraycopy(nonce, 0, result, 1, nonce.length);
    try {
      cipher(Cipher.ENCRYPT_MODE, result, associatedData)
          .doFinal(plaintext, 0, plaintext.length, result, HEADER);
      return result;
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("the data key does not work", failure);
    }
  }

  /**
   * The plaintext, once the tag is proved.
   *
   * @throws UnreadableAtRestException when the data were altered, belong elsewhere or were
   *     encrypted under another key
   */
  public byte[] decrypt(byte[] encrypted, byte[] associatedData) {
    if (encrypted.length < HEADER + CryptoProfile.TAG_BYTES || encrypted[0] != VERSION) {
      throw new UnreadableAtRestException("not in the format of data at rest");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, encrypted, associatedData)
          .doFinal(encrypted, HEADER, encrypted.length - HEADER);
    } catch (GeneralSecurityException failure) {
      throw new UnreadableAtRestException("data at rest do not decrypt", failure);
    }
  }

  /** A new instance for each record: it costs about a microsecond and holds no state of others. */
  private Cipher cipher(int mode, byte[] header, byte[] associatedData)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM, CryptoProviders.symmetric());
    int tagBits = CryptoProfile.TAG_BYTES * Byte.SIZE;
    cipher.init(
        mode, key.key(), new GCMParameterSpec(tagBits, header, 1, CryptoProfile.NONCE_BYTES));
    cipher.updateAAD(associatedData);
    return cipher;
  }
}
