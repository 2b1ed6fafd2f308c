package jp.chukan.command.bench.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.Percentiles;
import jp.chukan.command.bench.measuring.Validity;
import org.junit.jupiter.api.Test;

final class BurstMeasurementTest {
  private static final Validity VALID = new Validity(22_020, 0, 0, 0, List.of());

  @Test
  void saysHowFastRequestsWereTakenAndAnswered() {
    assertThat(measured(0, VALID).lines())
        .containsExactly(
            "acceptance    20,000 提供要求 taken in 25.0 s: 800/s",
            "answers       the last after 200.0 s: 100/s; at most 17,000 messages in the queues",
            "approvals     page half within 40 ms, 95 % within 90 ms, 99 % within 150 ms, 99.9 % within 200 ms; 0 did not come",
            "processor     each: gateway 8.25 ms, postgres 4.00 ms",
            "heap          150 MB at most of the 256 MB that the gateway may have",
            "valid         none lost, none doubled, 22,020 exchanges alike in the records of all parties");
  }

  @Test
  void aRunThatLostSomethingOrAPageIsNotValid() {
    assertThat(measured(0, VALID).isValid()).isTrue();
    assertThat(measured(1, VALID).isValid()).isFalse();
    assertThat(measured(0, new Validity(1, 1, 0, 0, List.of())).isValid()).isFalse();
  }

  private static BurstMeasurement measured(int pagesFailed, Validity validity) {
    return new BurstMeasurement(
        20_000,
        25_000,
        200_000,
        17_000,
        new Percentiles(40, 90, 150, 200),
        pagesFailed,
        new TreeMap<>(Map.of("gateway", 8.25, "postgres", 4.0)),
        new HeapReading(157_286_400, 268_435_456),
        validity);
  }
}
