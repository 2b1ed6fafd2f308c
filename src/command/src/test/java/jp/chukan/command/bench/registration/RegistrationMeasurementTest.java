package jp.chukan.command.bench.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import jp.chukan.command.bench.measuring.Course;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.MemoryUse;
import org.junit.jupiter.api.Test;

final class RegistrationMeasurementTest {
  private static final RegistrationMeasurement MEASURED =
      new RegistrationMeasurement(
          100_000,
          100_000,
          1,
          73_400_320,
          20_000,
          new TreeMap<>(Map.of("gateway", 0.1, "postgres", 0.06)),
          900,
          new MemoryUse(
              new Course(20, 125_829_120, 132_120_576, 157_286_400),
              new Course(20, 524_288_000, 524_288_000, 534_773_760),
              new Course(20, 31_457_280, 31_457_280, 41_943_040),
              new HeapReading(157_286_400, 268_435_456)),
          400,
          new Floor(5_000, 200_000));

  @Test
  void saysRecordsPerSecondHeapFloorAndRatio() {
    assertThat(MEASURED.lines())
        .containsExactly(
            "registration  100,000 records (70.0 MB) in 20.0 s: 5,000 records/s, 100,000 accepted",
            "processor     each: gateway 0.10 ms, postgres 0.06 ms",
            "disk          900 bytes of the database each",
            "heap          150 MB at most of the 256 MB that the gateway may have",
            "gateway heap  120 MB in the first tenth of the time, 126 MB in the last (1.05 times), 150 MB at most",
            "gateway RSS   500 MB in the first tenth of the time, 500 MB in the last (1.00 times), 510 MB at most",
            "client heap   30 MB in the first tenth of the time, 30 MB in the last (1.00 times), 40 MB at most",
            "floor         COPY of as many rows of 400 bytes into a plain table: 200,000/s",
            "ratio         40.0 times the floor's time");
  }

  @Test
  void theFileForMachinesHoldsWhatWasMeasuredAndWhatFollows() {
    var written = MEASURED.json();
    assertThat(written.path("records").asInt()).isEqualTo(100_000);
    assertThat(written.path("messages").asInt()).isEqualTo(1);
    assertThat(written.at("/memory/highest/used").asLong()).isEqualTo(157_286_400);
    assertThat(written.at("/memory/gatewayHeap/firstTenth").asLong()).isEqualTo(125_829_120);
    assertThat(written.at("/memory/gatewayHeap/growth").asDouble()).isEqualTo(1.05);
    assertThat(written.at("/memory/gatewayResident/lastTenth").asLong()).isEqualTo(524_288_000);
    assertThat(written.at("/memory/clientHeap/largest").asLong()).isEqualTo(41_943_040);
    assertThat(written.at("/floor/perSecond").asDouble()).isEqualTo(5_000);
    assertThat(written.at("/floor/ratio").asDouble()).isEqualTo(40.0);
  }

  @Test
  void aRunThatTookLessThanItWasGivenIsNotValid() {
    assertThat(MEASURED.isValid()).isTrue();
    assertThat(
            new RegistrationMeasurement(
                    2, 1, 1, 1, 1, new TreeMap<>(), 1, MEASURED.memory(), 1, MEASURED.floor())
                .isValid())
        .isFalse();
  }
}
