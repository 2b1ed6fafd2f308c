package jp.chukan.gateway.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("証明書の期限")
class ExpiryMarkTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "-PT1S,EXPIRED",
    "PT0S,WITHIN_1",
    "P1D,WITHIN_1",
    "P1DT1S,WITHIN_7",
    "P7D,WITHIN_7",
    "P7DT1S,WITHIN_14",
    "P14D,WITHIN_14",
    "P14DT1S,WITHIN_30",
    "P30D,WITHIN_30",
    "P30DT1S,WITHIN_60",
    "P60D,WITHIN_60",
    "P60DT1S,LATER"
  })
  void theMarkSaysHowNearTheEndIs(Duration left, ExpiryMark mark) {
    assertThat(ExpiryMark.of(NOW.plus(left), NOW)).isEqualTo(mark);
    assertThat(mark.isNear()).isEqualTo(mark != ExpiryMark.LATER);
  }
}
