package jp.chukan.gateway.provision;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which requests and answers are told apart. */
final class Sha256 {
  private Sha256() {}

  static byte[] of(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
