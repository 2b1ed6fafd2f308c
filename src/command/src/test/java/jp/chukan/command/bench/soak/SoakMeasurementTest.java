package jp.chukan.command.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Percentiles;
import jp.chukan.command.bench.measuring.Validity;
import org.junit.jupiter.api.Test;

final class SoakMeasurementTest {
  private static final OpenLoad.Report LOAD =
      new OpenLoad.Report(27_000, 0, 27_000, 50, new Percentiles(60, 120, 200, 400), 3);

  @Test
  void whatStaysWhatItWasIsFlat() {
    assertThat(measured(minute -> 120).lines())
        .contains(
            "soak          27,000 exchanges, 50/s for 540 s",
            "heap          120 MB after a collection in the second third, 120 in the last: flat");
  }

  @Test
  void whatGrowsIsSaidToGrow() {
    assertThat(measured(minute -> 100 + 10 * minute).lines())
        .contains(
            "heap          140 MB after a collection in the second third, 170 in the last: GROWING");
  }

  @Test
  void theFirstThirdIsNoMeasureOfAnything() {
    assertThat(measured(minute -> minute < 3 ? 40 : 120).lines())
        .contains(
            "heap          120 MB after a collection in the second third, 120 in the last: flat");
  }

  @Test
  void whatIsHeldIsReadFromTheMeasures() {
    var metrics =
        """
        jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 1.0E8
        jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0E7
        jvm_threads_live_threads 121.0
        process_files_open_files 340.0
        """;
    assertThat(Holding.of(60, metrics, 7, 8_192))
        .isEqualTo(new Holding(60, 100_000_000, 121, 340, 7, 8_192));
  }

  private static SoakMeasurement measured(IntUnaryOperator heapMegabytes) {
    List<Holding> holdings =
        IntStream.range(0, 9)
            .mapToObj(
                minute ->
                    new Holding(
                        60L * (minute + 1),
                        (long) heapMegabytes.applyAsInt(minute) << 20,
                        120,
                        340,
                        1_000,
                        65_536))
            .toList();
    return new SoakMeasurement(LOAD, holdings, new Validity(27_000, 0, 0, 0, List.of()));
  }
}
