package jp.chukan.mocknetwork.supplementserver;

import java.util.Arrays;
import java.util.function.Function;

/**
 * 「個人番号の一時領域」: room for the digits of one 個人番号 and nothing else (JN-28, G:420). They are there
 * while an answer is made and overwritten after it, whether it was made or not: what is erased
 * cannot be restored (G:649).
 */
final class NumberArea {
  private final byte[] digits = new byte[PulledNumber.LENGTH];

  /**
   * Moves a number in, makes the answer, and erases both.
   *
   * @param pulled number that came; empty afterwards
   * @param answer makes the answer from the digits, which it may not keep
   */
  synchronized <R> R whileHeld(PulledNumber pulled, Function<byte[], R> answer) {
    try {
      pulled.moveTo(digits);
      return answer.apply(digits);
    } finally {
      pulled.erase();
      Arrays.fill(digits, (byte) 0);
    }
  }

  /** Whether nothing is there. */
  synchronized boolean isEmpty() {
    return Arrays.equals(digits, new byte[PulledNumber.LENGTH]);
  }

  /** Never shows what is there. */
  @Override
  public String toString() {
    return "NumberArea[redacted]";
  }
}
