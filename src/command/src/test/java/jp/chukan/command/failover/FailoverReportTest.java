package jp.chukan.command.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Percentiles;
import jp.chukan.command.bench.measuring.Validity;
import org.junit.jupiter.api.Test;

final class FailoverReportTest {
  private static final Validity VALID = new Validity(600, 0, 0, 0, List.of());

  @Test
  void theFileForMachinesHoldsWhatIsPrinted() {
    var written = report(recovered(true), VALID).json();
    assertThat(written.at("/blows/0/blow").asText()).isEqualTo("kill-broker");
    assertThat(written.at("/blows/0/activeBroker").asText()).isEqualTo("broker-2");
    assertThat(written.at("/blows/0/recoveryMillis").asLong()).isEqualTo(1_500);
    assertThat(written.at("/blows/0/passed").asBoolean()).isTrue();
    assertThat(written.path("silenceMillis").asLong()).isEqualTo(4_000);
    assertThat(written.at("/load/times/p99Millis").asLong()).isEqualTo(900);
    assertThat(written.at("/validity/valid").asBoolean()).isTrue();
  }

  @Test
  void whatNeverCameBackIsWrittenAsNothing() {
    var never =
        new BlowResult(Blow.KILL_BROKER, "broker-1", Optional.empty(), Optional.empty(), true);
    var written = report(never, VALID).json();
    assertThat(written.at("/blows/0/recoveryMillis").isNull()).isTrue();
    assertThat(written.at("/blows/0/activeBroker").isNull()).isTrue();
    assertThat(written.at("/blows/0/passed").asBoolean()).isFalse();
  }

  @Test
  void aDrillThatLeftSomethingWrongHasFailed() {
    assertThat(report(recovered(true), VALID).isValid()).isTrue();
    assertThat(report(recovered(false), VALID).isValid()).isFalse();
    assertThat(report(recovered(true), new Validity(600, 1, 0, 0, List.of())).isValid()).isFalse();
  }

  private static BlowResult recovered(boolean whole) {
    return new BlowResult(
        Blow.KILL_BROKER,
        "broker-1",
        Optional.of("broker-2"),
        Optional.of(Duration.ofMillis(1_500)),
        whole);
  }

  private static FailoverReport report(BlowResult result, Validity validity) {
    return new FailoverReport(
        List.of(result),
        Duration.ofSeconds(4),
        new OpenLoad.Report(600, 0, 600, 10, new Percentiles(60, 500, 900, 1_900), 3),
        validity);
  }
}
