package jp.chukan.mocknetwork.inquirer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcessingNumber;

/**
 * A digest of items and values, so that an expectation can be kept without the values themselves.
 */
final class ContentDigest {
  private ContentDigest() {}

  static byte[] of(ProcessingNumber number, Map<ItemCode, String> items) {
    Map<String, String> sorted = new TreeMap<>();
    items.forEach((code, value) -> sorted.put(code.value(), value));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(number.value().getBytes(StandardCharsets.US_ASCII));
      sorted.forEach(
          (code, value) ->
              digest.update(("\n" + code + "=" + value).getBytes(StandardCharsets.UTF_8)));
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
