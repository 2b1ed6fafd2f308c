package jp.chukan.command.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PercentilesTest {
  @Test
  void aPercentileIsATimeThatWasMeasured() {
    assertThat(Percentiles.of(LongStream.rangeClosed(1, 2_000).toArray()))
        .isEqualTo(new Percentiles(1_000, 1_900, 1_980, 1_998));
    assertThat(Percentiles.of(new long[] {9, 5})).isEqualTo(new Percentiles(5, 9, 9, 9));
  }

  @Test
  void ofOneTimeEveryPercentileIsThatTime() {
    assertThat(Percentiles.of(new long[] {7})).isEqualTo(new Percentiles(7, 7, 7, 7));
  }

  @Test
  void whatOneOfAThousandExceedsIsSeenFromAThousandOn() {
    assertThat(Percentiles.of(LongStream.rangeClosed(1, 999).toArray()).p999Millis())
        .isEqualTo(999);
    assertThat(Percentiles.of(LongStream.rangeClosed(1, 1_000).toArray()).p999Millis())
        .isEqualTo(999);
  }

  @Test
  void timesMayBeEqual() {
    assertThat(Percentiles.of(new long[] {3, 3, 3})).isEqualTo(new Percentiles(3, 3, 3, 3));
  }

  @Test
  void ofNoTimesItIsNothing() {
    assertThat(Percentiles.of(new long[0])).isEqualTo(new Percentiles(0, 0, 0, 0));
  }
}
