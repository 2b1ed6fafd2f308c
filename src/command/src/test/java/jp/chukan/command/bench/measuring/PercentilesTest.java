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
  void ofNoTimesItIsNothing() {
    assertThat(Percentiles.of(new long[0])).isEqualTo(new Percentiles(0, 0, 0, 0));
  }
}
