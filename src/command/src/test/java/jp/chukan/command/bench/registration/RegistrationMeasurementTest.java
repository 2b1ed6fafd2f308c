package jp.chukan.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistrationMeasurementTest {
  private static final RegistrationMeasurement MEASURED =
      new RegistrationMeasurement(
          100_000, 100_000, 73_400_320, 20_000, 157_286_400, 268_435_456, 400, 500);

  @Test
  void saysRecordsPerSecondHeapFloorAndRatio() {
    assertThat(MEASURED.lines())
        .containsExactly(
            "registration  100,000 records (70.0 MB) in 20.0 s: 5,000 records/s, 100,000 accepted",
            "heap          150 MB at most of the 256 MB that the gateway may have",
            "floor         COPY of as many rows of 400 bytes into a plain table in 0.50 s: 200,000 rows/s",
            "ratio         40.0 times the floor's time");
  }

  @Test
  void theFileForMachinesHoldsWhatWasMeasuredAndWhatFollows(@TempDir Path folder)
      throws IOException {
    var file = folder.resolve("bench.json");
    MEASURED.writeTo(file);
    var read = new ObjectMapper().readTree(file.toFile());
    assertThat(read.path("records").asInt()).isEqualTo(100_000);
    assertThat(read.path("peakHeapBytes").asLong()).isEqualTo(157_286_400);
    assertThat(read.path("recordsPerSecond").asLong()).isEqualTo(5_000);
    assertThat(read.path("ratio").asDouble()).isEqualTo(40.0);
  }
}
