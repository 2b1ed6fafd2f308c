package jp.chukan.gateway.replica;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** By which the same content is known again. */
final class Sha256 {
  private Sha256() {}

  static byte[] of(byte[] content) {
    return digest().digest(content);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
