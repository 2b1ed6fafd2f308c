package jp.chukan.command.bench.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Percentiles;
import jp.chukan.command.bench.measuring.Validity;
import org.junit.jupiter.api.Test;

final class InquiryMeasurementTest {
  private static final Validity VALID = new Validity(31_800, 0, 0, 0, List.of());

  @Test
  void saysRateTimesHeapFloorRatioAndThatItIsValid() {
    assertThat(measured(VALID).lines())
        .containsExactly(
            "inquiry       30,000 lines in 3 files in 200.0 s: 150 lines/s; 29,000 PROVIDED, 1,000 DECLINED",
            "acceptance    all files checked and taken after 8.0 s",
            "to result     half within 95.0 s, 99 % within 190.0 s of the acceptance",
            "provision     1,800 提供要求 at the same time, 1,800 answered; half within 120 ms, 95 % within 500 ms, 99 % within 900 ms, 99.9 % within 950 ms",
            "processor     each: gateway 20.00 ms, postgres 10.50 ms",
            "heap          150 MB at most of the 512 MB that the gateway may have",
            "floor         cryptography and one commit for as many inquiries: 1,500/s",
            "ratio         10.0 times the floor's time",
            "valid         none lost, none doubled, 31,800 exchanges alike in the records of all parties");
  }

  @Test
  void aRunThatLostDoubledOrDiffersIsNotValid() {
    assertThat(new Validity(10, 1, 0, 0, List.of()).valid()).isFalse();
    assertThat(new Validity(10, 0, 1, 0, List.of()).valid()).isFalse();
    var differing = new Validity(31_800, 1, 2, 3, List.of("N1: network …", "N2: network …"));
    assertThat(differing.valid()).isFalse();
    assertThat(measured(differing).lines())
        .last()
        .isEqualTo(
            "INVALID       1 lost, 2 doubled, of 31,800 exchanges 3 not alike in the records: N1: network …; N2: network …");
  }

  @Test
  void theFileForMachinesHoldsWhatWasMeasuredAndWhatFollows() {
    var written = measured(VALID).json();
    assertThat(written.path("inquiries").asInt()).isEqualTo(30_000);
    assertThat(written.at("/states/PROVIDED").asInt()).isEqualTo(29_000);
    assertThat(written.at("/toResult/p99Millis").asLong()).isEqualTo(190_000);
    assertThat(written.at("/floor/perSecond").asDouble()).isEqualTo(150);
    assertThat(written.at("/floor/ratio").asDouble()).isEqualTo(10.0);
    assertThat(written.at("/validity/valid").asBoolean()).isTrue();
  }

  private static InquiryMeasurement measured(Validity validity) {
    return new InquiryMeasurement(
        3,
        30_000,
        new TreeMap<>(Map.of("DECLINED", 1_000, "PROVIDED", 29_000)),
        8_000,
        200_000,
        new Percentiles(95_000, 170_000, 190_000, 195_000),
        new OpenLoad.Report(1_800, 0, 1_800, 9, new Percentiles(120, 500, 900, 950), 3),
        new TreeMap<>(Map.of("gateway", 20.0, "postgres", 10.5)),
        new HeapReading(157_286_400, 536_870_912),
        new Floor(150, 1_500),
        validity);
  }
}
