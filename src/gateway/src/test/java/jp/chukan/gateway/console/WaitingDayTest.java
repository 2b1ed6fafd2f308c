package jp.chukan.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.chukan.gateway.approval.WaitingTimes.Waited;
import org.junit.jupiter.api.Test;

class WaitingDayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @Test
  void eachValueIsOneThatACaseReallyWaited() {
    assertThat(
            WaitingDay.of(
                List.of(new Waited(DAY, 10, 5), new Waited(DAY, 100, 4), new Waited(DAY, 999, 1))))
        .containsExactly(new WaitingDay(DAY, 10, 10, 100, 999));
  }

  @Test // MS-93
  void countsOfSeveralInstitutionsAreOneDay() {
    assertThat(
            WaitingDay.of(
                List.of(
                    new Waited(DAY, 30, 1),
                    new Waited(DAY.plusDays(1), 7, 1),
                    new Waited(DAY, 20, 1),
                    new Waited(DAY, 10, 1))))
        .containsExactly(
            new WaitingDay(DAY, 3, 20, 30, 30), new WaitingDay(DAY.plusDays(1), 1, 7, 7, 7));
  }

  @Test
  void aDayWithoutCasesIsLeftOut() {
    assertThat(WaitingDay.of(List.of())).isEmpty();
  }
}
