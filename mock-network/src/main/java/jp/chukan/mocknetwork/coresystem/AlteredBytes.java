package jp.chukan.mocknetwork.coresystem;

import java.nio.charset.StandardCharsets;

/** Signed bytes as somebody alters them on the way. */
public final class AlteredBytes {
  private AlteredBytes() {}

  /** The last byte belongs to the signature value: well-formed, and wrong. */
  public static byte[] lastByte(byte[] signed) {
    byte[] altered = signed.clone();
    altered[altered.length - 1] ^= 1;
    return altered;
  }

  /**
   * One character of the content behind the first occurrence of a text becomes another.
   *
   * @param afterText text that the content holds, a digit after it
   */
  static byte[] digitAfter(byte[] signed, String afterText) {
    String content = new String(signed, StandardCharsets.ISO_8859_1);
    int at = content.indexOf(afterText);
    if (at < 0) {
      return lastByte(signed);
    }
    byte[] altered = signed.clone();
    int digit = at + afterText.length();
    altered[digit] = altered[digit] == '9' ? (byte) '8' : (byte) '9';
    return altered;
  }
}
