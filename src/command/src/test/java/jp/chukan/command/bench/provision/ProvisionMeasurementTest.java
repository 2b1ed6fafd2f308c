package jp.chukan.command.bench.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Percentiles;
import jp.chukan.command.bench.measuring.Validity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProvisionMeasurementTest {
  private static final ProvisionScale SCALE =
      new ProvisionScale(50, 120, 120, 10, 200, 200, 0, 20_480, 30);
  private static final CarriedContent CONTENT = new CarriedContent(20_480, 20_480);
  private static final Validity VALID = new Validity(12_000, 0, 0, 0, List.of());

  @Test
  void saysRateTimesCostFloorPeerAndThatItIsValid() throws IOException {
    JsonNode peer =
        new ObjectMapper()
            .readTree("{\"perSecond\": 20, \"p99Millis\": 210.4, \"cpuMillisEach\": 14.5}");
    assertThat(measured(50, peer).lines())
        .containsExactly(
            "provision     50/s of 50/s that were due, for 120 s; held",
            "times         half within 60 ms, 95 % within 120 ms, 99 % within 200 ms, 99.9 % within 400 ms",
            "content       20,480 bytes in each answer",
            "processor     each: gateway 8.25 ms, postgres 4.00 ms",
            "memory        gateway 500 MB",
            "heap          150 MB at most of the 256 MB that the gateway may have",
            "disk          9,000 bytes of the database each",
            "floor         200/s; 0.25 of it held with network and inquirers beside the server",
            "peer          phase4: 20/s, p99 210 ms, 14.50 ms of processor each; ours 2.5 times its rate",
            "valid         none lost, none doubled, 12,000 exchanges alike in the records of all parties");
  }

  @Test
  void whatDidNotKeepUpWasNotHeld() {
    assertThat(measured(49, null).isHeld()).isFalse();
    assertThat(measured(49.6, null).isHeld()).isTrue();
    assertThat(measured(40, null).lines().getFirst()).endsWith("NOT HELD");
  }

  @Test
  void aRunThatWasNotHeldOrLostSomethingIsNotValid() {
    assertThat(measured(50, null).isValid()).isTrue();
    assertThat(measured(40, null).isValid()).isFalse();
    assertThat(measured(CONTENT, new Validity(12_000, 1, 0, 0, List.of())).isValid()).isFalse();
  }

  @Test
  void aRunWhoseAnswersHaveAnotherSizeIsNotValid() {
    var smaller = measured(new CarriedContent(20_479, 20_480), VALID);
    assertThat(smaller.isValid()).isFalse();
    assertThat(smaller.lines())
        .contains(
            "content       20,479 to 20,480 bytes in an answer, NOT THE 20,480 that were wanted");
    assertThat(measured(new CarriedContent(0, 0), VALID).isValid()).isFalse();
  }

  @Test
  void theFileForMachinesHoldsWhatWasMeasuredAndWhatFollows() {
    var written = measured(50, null).json();
    assertThat(written.at("/scale/perSecond").asInt()).isEqualTo(50);
    assertThat(written.at("/content/smallestBytes").asInt()).isEqualTo(20_480);
    assertThat(written.at("/content/largestBytes").asInt()).isEqualTo(20_480);
    assertThat(written.at("/load/times/p999Millis").asInt()).isEqualTo(400);
    assertThat(written.at("/processorMillisEach/gateway").asDouble()).isEqualTo(8.25);
    assertThat(written.at("/floor/share").asDouble()).isEqualTo(0.25);
    assertThat(written.path("held").asBoolean()).isTrue();
    assertThat(written.at("/validity/valid").asBoolean()).isTrue();
  }

  @Test
  void aScaleThatLeavesNothingToMeasureIsRefused() {
    assertThatThrownBy(() -> new ProvisionScale(50, 20, 1, 10, 1, 1, 0, 2_048, 0))
        .hasMessageContaining("--trim");
    assertThatThrownBy(() -> new ProvisionScale(0, 20, 1, 0, 1, 1, 0, 2_048, 0))
        .hasMessageContaining("--rate");
    assertThatThrownBy(() -> new ProvisionScale(1, 20, 1, 0, 0, 1, 0, 2_048, 0))
        .hasMessageContaining("--persons");
    assertThatThrownBy(() -> new ProvisionScale(1, 20, 1, 0, 1, 1, 0, 1_023, 0))
        .hasMessageContaining("--payload");
  }

  private static ProvisionMeasurement measured(double perSecond, @Nullable JsonNode peer) {
    return measured(perSecond, peer, CONTENT, VALID);
  }

  private static ProvisionMeasurement measured(CarriedContent content, Validity validity) {
    return measured(50, null, content, validity);
  }

  private static ProvisionMeasurement measured(
      double perSecond, @Nullable JsonNode peer, CarriedContent content, Validity validity) {
    return new ProvisionMeasurement(
        SCALE,
        new OpenLoad.Report(6_000, 0, 6_000, perSecond, new Percentiles(60, 120, 200, 400), 3),
        content,
        new TreeMap<>(Map.of("gateway", 8.25, "postgres", 4.0)),
        new TreeMap<>(Map.of("gateway", 524_288_000L)),
        new HeapReading(157_286_400, 268_435_456),
        9_000,
        new Floor(perSecond, 200),
        peer,
        null,
        validity);
  }
}
