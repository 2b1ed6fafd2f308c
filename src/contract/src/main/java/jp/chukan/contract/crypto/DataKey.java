package jp.chukan.contract.crypto;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256 key for data at rest. The key itself stays in this package: outside it can only be
 * wrapped by a {@link WrappingKey} or used by a {@link RestingCipher}.
 */
public final class DataKey {
  static final int BYTES = 32;

  private final SecretKey key;

  DataKey(SecretKey key) {
    this.key = key;
  }

  /** A new random key. */
  public static DataKey generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new DataKey(new SecretKeySpec(bytes, "AES"));
  }

  SecretKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "DataKey[redacted]";
  }
}
