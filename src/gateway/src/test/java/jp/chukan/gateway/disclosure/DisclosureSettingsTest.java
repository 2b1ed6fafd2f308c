package jp.chukan.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureSettingsTest {

  @ParameterizedTest // JN-27
  @ValueSource(strings = {"PT1H0.001S", "P2D", "-PT1S"})
  void aToleranceBeyondWhatIsRememberedStopsTheStart(String tolerance) {
    assertThatThrownBy(() -> settings(tolerance)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anHourIsTheMost() {
    assertThat(settings("PT1H").tolerance()).isEqualTo(Duration.ofHours(1));
  }

  private static DisclosureSettings settings(String tolerance) {
    return new DisclosureSettings(
        TestKeys.DISCLOSURE_SYSTEM, new SystemIdentifier("K000000019"), Duration.parse(tolerance));
  }
}
