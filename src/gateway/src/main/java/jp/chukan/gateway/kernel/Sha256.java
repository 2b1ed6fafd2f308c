package jp.chukan.gateway.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which the same content is known again. */
public final class Sha256 {
  private Sha256() {}

  /**
   * @return 32 bytes
   */
  public static byte[] of(byte[] content) {
    return digest().digest(content);
  }

  /** A digest to feed piece by piece. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
