package jp.chukan.command.bench.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import jp.chukan.command.bench.measuring.HeapReading;
import org.junit.jupiter.api.Test;

final class RegistrationMeasurementTest {
  private static final RegistrationMeasurement MEASURED =
      new RegistrationMeasurement(
          100_000,
          100_000,
          73_400_320,
          20_000,
          new TreeMap<>(Map.of("gateway", 0.1, "postgres", 0.06)),
          900,
          new HeapReading(157_286_400, 268_435_456),
          400,
          500);

  @Test
  void saysRecordsPerSecondHeapFloorAndRatio() {
    assertThat(MEASURED.lines())
        .containsExactly(
            "registration  100,000 records (70.0 MB) in 20.0 s: 5,000 records/s, 100,000 accepted",
            "processor     each: gateway 0.10 ms, postgres 0.06 ms",
            "disk          900 bytes of the database each",
            "heap          150 MB at most of the 256 MB that the gateway may have",
            "floor         COPY of as many rows of 400 bytes into a plain table in 0.50 s: 200,000 rows/s",
            "ratio         40.0 times the floor's time");
  }

  @Test
  void theFileForMachinesHoldsWhatWasMeasuredAndWhatFollows() {
    var written = MEASURED.json();
    assertThat(written.path("records").asInt()).isEqualTo(100_000);
    assertThat(written.at("/heap/used").asLong()).isEqualTo(157_286_400);
    assertThat(written.path("recordsPerSecond").asLong()).isEqualTo(5_000);
    assertThat(written.path("ratio").asDouble()).isEqualTo(40.0);
  }

  @Test
  void aRunThatTookLessThanItWasGivenIsNotValid() {
    assertThat(MEASURED.isValid()).isTrue();
    assertThat(
            new RegistrationMeasurement(2, 1, 1, 1, new TreeMap<>(), 1, HeapReading.NONE, 1, 1)
                .isValid())
        .isFalse();
  }
}
