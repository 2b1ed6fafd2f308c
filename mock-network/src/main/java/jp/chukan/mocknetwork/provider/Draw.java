package jp.chukan.mocknetwork.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/**
 * Choices that are the same every time for the same reasons. {@link Random} is used for its
 * specified sequence, not for chance.
 */
final class Draw {
  private final Random random;

  private Draw(long seed) {
    this.random = new Random(seed);
  }

  static Draw of(String... reasons) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", reasons).getBytes(StandardCharsets.UTF_8));
      return new Draw(ByteBuffer.wrap(digest).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String digits(int count) {
    var digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(below(10));
    }
    return digits.toString();
  }
}
