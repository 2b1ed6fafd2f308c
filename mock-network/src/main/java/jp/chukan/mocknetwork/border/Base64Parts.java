package jp.chukan.mocknetwork.border;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Parts of a message that may be Base64, of either alphabet, with or without padding and line ends.
 * Where the first letter of a part is unknown, all four are tried.
 */
final class Base64Parts {
  /** So long are eleven digits at least. */
  private static final int SHORTEST = 15;

  private static final int LETTERS_OF_A_GROUP = 4;
  private static final int BITS = 6;
  private static final byte OTHER = -1;
  private static final byte LINE_END = -2;
  private static final byte[] VALUES = values();

  private Base64Parts() {}

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, OTHER);
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int n = 0; n < letters.length(); n++) {
      values[letters.charAt(n)] = (byte) n;
    }
    values['-'] = values['+'];
    values['_'] = values['/'];
    values['\r'] = LINE_END;
    values['\n'] = LINE_END;
    return values;
  }

  /** Gives every part that may be one, decoded. */
  static void each(byte[] bytes, Consumer<byte[]> taker) {
    byte[] part = new byte[bytes.length];
    int length = 0;
    for (int at = 0; at <= bytes.length; at++) {
      byte value = at == bytes.length ? OTHER : VALUES[bytes[at] & 0xFF];
      if (value >= 0) {
        part[length++] = value;
      } else if (value == OTHER) {
        if (length >= SHORTEST) {
          decodeAtEach(part, length, taker);
        }
        length = 0;
      }
    }
  }

  private static void decodeAtEach(byte[] part, int length, Consumer<byte[]> taker) {
    for (int first = 0; first < LETTERS_OF_A_GROUP; first++) {
      taker.accept(decode(part, first, length));
    }
  }

  private static byte[] decode(byte[] part, int first, int length) {
    byte[] decoded = new byte[(length - first) * BITS / Byte.SIZE];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (int n = first; n < length; n++) {
      bits = bits << BITS | part[n];
      held += BITS;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        decoded[at++] = (byte) (bits >> held);
      }
    }
    return decoded;
  }
}
