package jp.chukan.command.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.chukan.command.installation.InstallationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("切替訓練の打撃")
final class BlowTest {
  private static final Optional<Duration> SOON = Optional.of(Duration.ofMillis(12_340));
  private static final Optional<String> OTHER = Optional.of("broker-2");

  @Test
  void withoutCablesProcessesAreKilledOnly() {
    assertThat(Blow.named(List.of(), false)).containsExactly(Blow.KILL_BROKER, Blow.KILL_NODE);
    assertThat(Blow.named(List.of(), true)).containsExactly(Blow.values());
    assertThat(Blow.named(List.of("cut-node", "kill-node"), true))
        .containsExactly(Blow.KILL_NODE, Blow.CUT_NODE);
  }

  @Test
  void whatIsUnknownOrNeedsCablesThatAreNotThereIsRefused() {
    assertThatThrownBy(() -> Blow.named(List.of("cut-node"), false))
        .isInstanceOf(InstallationException.class)
        .hasMessage("cut-node needs cables: --hosts");
    assertThatThrownBy(() -> Blow.named(List.of("cut-moon"), true))
        .isInstanceOf(InstallationException.class)
        .hasMessageContaining("cut-moon");
  }

  @Test
  void aBlowIsPassedWhenAnswersFlowAndEverythingRunsAgain() {
    var passed = new BlowResult(Blow.CUT_BROKER, "broker-1", OTHER, SOON, true);

    assertThat(passed.passed()).isTrue();
    assertThat(passed.line())
        .isEqualTo(
            "cut-broker    broker-1; answers flow again after 12.3 s, broker-2 is the active broker");
    assertThat(new BlowResult(Blow.CUT_NODE, "node-1", OTHER, SOON, false).passed()).isFalse();
    assertThat(new BlowResult(Blow.CUT_NODE, "node-1", OTHER, Optional.empty(), true).passed())
        .isFalse();
    assertThat(new BlowResult(Blow.CUT_NODE, "node-1", Optional.empty(), SOON, true).passed())
        .isFalse();
  }

  @Test
  void aBrokerThatWasStruckAndIsActiveAllTheSameDidNotGiveWay() {
    assertThat(new BlowResult(Blow.CUT_BROKER, "broker-2", OTHER, SOON, true).passed()).isFalse();
  }
}
