package jp.chukan.gateway.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("管理端末の設定")
class ConsoleSettingsTest {

  @ParameterizedTest // JN-24
  @ValueSource(strings = {"PT0S", "PT59S", "PT15M1S", "PT1H", "PT-5M"})
  void aConsoleLeftOpenTooLongOrTooShortDoesNotStart(String idle) {
    assertThatThrownBy(() -> settings(Duration.parse(idle)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest // JN-24, MU-02
  @ValueSource(strings = {"PT1M", "PT5M", "PT15M"})
  void oneToFifteenMinutesAreAllowed(String idle) {
    assertThat(settings(Duration.parse(idle)).idle()).isEqualTo(Duration.parse(idle));
  }

  private static ConsoleSettings settings(Duration idle) {
    return new ConsoleSettings(
        0, "localhost", "https://localhost", TestKeys.PLATFORM, idle, 5, Duration.ofMinutes(15));
  }
}
