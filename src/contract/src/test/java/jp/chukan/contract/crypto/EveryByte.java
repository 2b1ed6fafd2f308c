package jp.chukan.contract.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** Attempt: one bit of an envelope is flipped, in each byte in turn. Result: it does not open. */
final class EveryByte {
  private EveryByte() {}

  /**
   * @return how often each reason came up, none of them for nothing
   */
  static Map<EnvelopeDefect, Integer> closes(byte[] envelope, Consumer<byte[]> opening) {
    Map<EnvelopeDefect, Integer> reasons = new EnumMap<>(EnvelopeDefect.class);
    for (int position = 0; position < envelope.length; position++) {
      byte[] changed = envelope.clone();
      changed[position] ^= (byte) (1 << position % Byte.SIZE);
      String place = "byte " + position;
      Throwable refused = catchThrowable(() -> opening.accept(changed));
      assertThat(refused)
          .as(place)
          .isInstanceOfSatisfying(
              InvalidInputException.class,
              told -> assertThat(told.refusal().code()).isEqualTo(ErrorCode.SCM_ENVELOPE));
      assertThat(EnvelopeDefect.in(refused)).as(place).isPresent();
      reasons.merge(EnvelopeDefect.in(refused).orElseThrow(), 1, Integer::sum);
    }
    return reasons;
  }
}
