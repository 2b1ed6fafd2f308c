package jp.chukan.contract.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts data at rest with AES-256-GCM: one version byte, the number of the data key in 4 bytes,
 * 12 bytes of nonce, ciphertext, 16 bytes of tag. Version 1, which is still read, has no number and
 * means key 1. Safe for use by many threads.
 *
 * <p>The associated data say where the record belongs (for example institution, table and row), so
 * that a ciphertext copied to another place does not decrypt. Nonces are random: after about 2³²
 * records a data key must be replaced (NIST SP 800-38D §8.3).
 */
public final class RestingCipher {
  private static final byte WITHOUT_NUMBER = 1;
  private static final byte NUMBERED = 2;
  private static final int FIRST_KEY = 1;
  private static final int NONCE_AT = 1 + Integer.BYTES;
  private static final int HEADER = NONCE_AT + CryptoProfile.NONCE_BYTES;
  private static final int OLD_HEADER = 1 + CryptoProfile.NONCE_BYTES;
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  private final int number;
  private final DataKey key;
  private final SecureRandom random;

  /**
   * @param number of the key among those of its institution, from 1
   */
  public RestingCipher(int number, DataKey key, SecureRandom random) {
    if (number < FIRST_KEY) {
      throw new IllegalArgumentException("keys are counted from 1");
    }
    this.number = number;
    this.key = key;
    this.random = random;
  }

  /**
   * The number of the data key that this was encrypted with, as it says itself.
   *
   * @throws UnreadableAtRestException when it is nothing that this class encrypted
   */
  public static int keyNumber(byte[] encrypted) {
    if (encrypted.length >= OLD_HEADER + CryptoProfile.TAG_BYTES
        && encrypted[0] == WITHOUT_NUMBER) {
      return FIRST_KEY;
    }
    if (encrypted.length >= HEADER + CryptoProfile.TAG_BYTES && encrypted[0] == NUMBERED) {
      return ByteBuffer.wrap(encrypted).getInt(1);
    }
    throw new UnreadableAtRestException("not in the format of data at rest");
  }

  public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
    byte[] nonce = new byte[CryptoProfile.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] result = new byte[HEADER + plaintext.length + CryptoProfile.TAG_BYTES];
    ByteBuffer.wrap(result).put(NUMBERED).putInt(number).put(nonce);
    try {
      cipher(Cipher.ENCRYPT_MODE, result, NONCE_AT, associatedData)
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
    if (keyNumber(encrypted) != number) {
      throw new UnreadableAtRestException("encrypted with another data key");
    }
    int header = encrypted[0] == NUMBERED ? HEADER : OLD_HEADER;
    try {
      return cipher(
              Cipher.DECRYPT_MODE, encrypted, header - CryptoProfile.NONCE_BYTES, associatedData)
          .doFinal(encrypted, header, encrypted.length - header);
    } catch (GeneralSecurityException failure) {
      throw new UnreadableAtRestException("data at rest do not decrypt", failure);
    }
  }

  /** A new instance for each record: it costs about a microsecond and holds no state of others. */
  private Cipher cipher(int mode, byte[] header, int nonceAt, byte[] associatedData)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM, CryptoProviders.symmetric());
    int tagBits = CryptoProfile.TAG_BYTES * Byte.SIZE;
    cipher.init(
        mode, key.key(), new GCMParameterSpec(tagBits, header, nonceAt, CryptoProfile.NONCE_BYTES));
    cipher.updateAAD(associatedData);
    return cipher;
  }
}
