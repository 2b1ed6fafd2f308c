package jp.chukan.contract.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * The key that wraps the data keys: AES-256 key wrap (RFC 3394), which also proves that the wrapped
 * key is unaltered. Safe for use by many threads.
 */
public final class WrappingKey {
  private static final String ALGORITHM = "AESWrap_256";

  private final String id;
  private final SecretKey key;

  WrappingKey(String id, SecretKey key) {
    byte[] encoded = key.getEncoded();
    // a key in an HSM has no encoding; the HSM then refuses what it cannot do
    if (encoded != null && encoded.length != DataKey.BYTES) {
      throw new IllegalArgumentException("the wrapping key is not AES-256");
    }
    this.id = id;
    this.key = key;
  }

  /** Its name in the key store, to be stored beside each wrapped key. */
  public String id() {
    return id;
  }

  /** The data key under this key: 40 bytes, fit to be stored. */
  public byte[] wrap(DataKey dataKey) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM, CryptoProviders.symmetric());
      cipher.init(Cipher.WRAP_MODE, key);
      return cipher.wrap(dataKey.key());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("the wrapping key does not work", failure);
    }
  }

  /**
   * The data key again.
   *
   * @throws UnreadableAtRestException when it was altered or wrapped by another key
   */
  public DataKey unwrap(byte[] wrapped) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM, CryptoProviders.symmetric());
      cipher.init(Cipher.UNWRAP_MODE, key);
      Key unwrapped = cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
      if (unwrapped instanceof SecretKey secret && secret.getEncoded().length == DataKey.BYTES) {
        return new DataKey(secret);
      }
      throw new UnreadableAtRestException("not an AES-256 data key");
    } catch (GeneralSecurityException failure) {
      throw new UnreadableAtRestException("data key does not unwrap", failure);
    }
  }

  @Override
  public String toString() {
    return "WrappingKey[" + id + "]";
  }
}
