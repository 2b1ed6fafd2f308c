package jp.chukan.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long the broker waits before it brings again what failed. */
final class RedeliveryTest {
  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(30);
  private static final Duration OUTAGE = Duration.ofMinutes(14);

  @Test
  @DisplayName("相手が長く止まっていても、復帰後は30秒以内に再配信する")
  void noPauseIsLongerThanARecoveryMayTake() {
    AddressSettings settings = settings();
    double longest =
        settings.getMaxRedeliveryDelay() * (1 + settings.getRedeliveryCollisionAvoidanceFactor());
    assertThat(longest).isLessThan(RECOVERED_WITHIN.toMillis());
  }

  @Test
  @DisplayName("14分の停止では、滞留電文にならない")
  void anOutageOfMinutesMakesNoDeadLetter() {
    AddressSettings settings = settings();
    double waited = 0;
    double pause = settings.getRedeliveryDelay();
    for (int attempt = 1; attempt < settings.getMaxDeliveryAttempts(); attempt++) {
      waited += pause;
      pause =
          Math.min(pause * settings.getRedeliveryMultiplier(), settings.getMaxRedeliveryDelay());
    }
    assertThat(waited).isGreaterThanOrEqualTo(OUTAGE.toMillis());
  }

  /** Of an answer, as the server is set by default. */
  private static AddressSettings settings() {
    return Objects.requireNonNull(DefaultDemands.read().addressSettings().get("#"));
  }
}
