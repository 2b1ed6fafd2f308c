package jp.chukan.gateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class ShiftableClockTest {
  private static final Instant RIGHT = Instant.parse("2026-10-01T00:00:00Z");

  @Test
  void isWrongByWhatItWasToldLastAndRightAgainByZero() {
    var clock = new ShiftableClock(InstantSource.fixed(RIGHT));
    assertThat(clock.instant()).isEqualTo(RIGHT);
    clock.shift(Duration.ofMinutes(10));
    assertThat(clock.instant()).isEqualTo(RIGHT.plusSeconds(600));
    clock.shift(Duration.ofMinutes(-10));
    assertThat(clock.instant()).isEqualTo(RIGHT.minusSeconds(600));
    clock.shift(Duration.ZERO);
    assertThat(clock.instant()).isEqualTo(RIGHT);
  }

  @Test
  void existsInALocalInstallationOnly() {
    var context = new ApplicationContextRunner().withUserConfiguration(KernelConfiguration.class);
    context
        .withPropertyValues("spring.profiles.active=local")
        .run(
            local ->
                assertThat(local).getBean(InstantSource.class).isInstanceOf(ShiftableClock.class));
    context
        .withPropertyValues("spring.profiles.active=production")
        .run(
            production ->
                assertThat(production)
                    .hasSingleBean(InstantSource.class)
                    .doesNotHaveBean(ShiftableClock.class));
  }
}
