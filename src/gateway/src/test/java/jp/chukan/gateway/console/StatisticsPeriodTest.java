package jp.chukan.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsPeriodTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  @ParameterizedTest
  @CsvSource({
    ",,2026-10-04/2026-11-02",
    "2026-10-30,,2026-10-30/2026-11-02",
    ",2026-01-30,2026-01-01/2026-01-30",
    "2026-01-01,2026-04-02,2026-01-01/2026-04-02",
    "2026-01-01,2026-01-01,2026-01-01/2026-01-01"
  })
  void whatIsLeftOutIsFilledIn(@Nullable String from, @Nullable String to, String period) {
    assertThat(StatisticsPeriod.of(from, to, TODAY).map(Object::toString)).contains(period);
  }

  @ParameterizedTest // MU-22
  @CsvSource({
    "2026-01-01,2026-04-03",
    "2026-01-02,2026-01-01",
    "2026-02-30,2026-03-01",
    "x,2026-03-01",
    "+999999999-01-01,+999999999-12-31"
  })
  void whatIsLongerThan92DaysOrNoPeriodIsRefused(String from, String to) {
    assertThat(StatisticsPeriod.of(from, to, TODAY)).isEmpty();
  }

  @Test
  void blanksAreLeftOut() {
    assertThat(StatisticsPeriod.of(" ", "", TODAY))
        .isEqualTo(StatisticsPeriod.of(null, null, TODAY));
  }
}
