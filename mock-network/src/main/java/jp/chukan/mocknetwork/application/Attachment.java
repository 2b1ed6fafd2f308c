package jp.chukan.mocknetwork.application;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * 「添付書類」.
 *
 * @param content its bytes, in Base64
 */
public record Attachment(String content) {
  private static final int LARGEST = 1 << 20;

  public Attachment {
    int size = Base64.getDecoder().decode(content).length;
    if (size == 0 || size > LARGEST) {
      throw new IllegalArgumentException("content");
    }
  }

  /** One of these bytes. */
  public static Attachment of(byte[] bytes) {
    return new Attachment(Base64.getEncoder().encodeToString(bytes));
  }

  /** The bytes. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(content);
  }

  /** What stands for it in the application that is signed. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }

  /** Never shows the content: it is about persons. */
  @Override
  public String toString() {
    return "Attachment[redacted]";
  }
}
