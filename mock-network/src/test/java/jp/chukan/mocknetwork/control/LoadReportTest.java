package jp.chukan.mocknetwork.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadReportTest {
  @Test
  void aPercentileIsATimeThatWasMeasured() {
    long[] times = LongStream.rangeClosed(1, 2_000).toArray();
    assertThat(LoadReport.percentile(times, 500)).isEqualTo(1_000);
    assertThat(LoadReport.percentile(times, 950)).isEqualTo(1_900);
    assertThat(LoadReport.percentile(times, 990)).isEqualTo(1_980);
    assertThat(LoadReport.percentile(times, 999)).isEqualTo(1_998);
    assertThat(LoadReport.percentile(times, 1_000)).isEqualTo(2_000);
  }

  @Test
  void ofOneTimeEveryPercentileIsThatTime() {
    assertThat(LoadReport.percentile(new long[] {7}, 1)).isEqualTo(7);
    assertThat(LoadReport.percentile(new long[] {7}, 500)).isEqualTo(7);
    assertThat(LoadReport.percentile(new long[] {7}, 999)).isEqualTo(7);
  }

  @Test
  void ofNoTimesItIsNothing() {
    assertThat(LoadReport.percentile(new long[0], 500)).isZero();
  }

  @Test
  void whatOneOfAThousandExceedsIsSeenFromAThousandOn() {
    long[] times = LongStream.rangeClosed(1, 999).toArray();
    assertThat(LoadReport.percentile(times, 999)).isEqualTo(999);
    times = LongStream.rangeClosed(1, 1_000).toArray();
    assertThat(LoadReport.percentile(times, 999)).isEqualTo(999);
  }
}
