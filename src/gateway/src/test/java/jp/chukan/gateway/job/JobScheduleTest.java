package jp.chukan.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ジョブの予定")
class JobScheduleTest {
  private static final Instant SINCE = Instant.parse("2026-11-02T01:00:00Z");

  @Test // MU-12
  @DisplayName("毎日2時は日本時間で、月末も年末もまたぐ")
  void theNightIsThatOfJapanOnEveryDayOfTheYear() {
    JobSchedule nightly = JobSchedule.At.of("0 0 2 * * *");
    assertThat(nightly.next(SINCE, null)).hasValue(Instant.parse("2026-11-02T17:00:00Z"));
    assertThat(nightly.next(SINCE, Instant.parse("2026-11-30T17:00:00.200Z")))
        .hasValue(Instant.parse("2026-12-01T17:00:00Z"));
    assertThat(nightly.next(SINCE, Instant.parse("2026-12-30T17:00:00Z")))
        .hasValue(Instant.parse("2026-12-31T17:00:00Z"));
    Instant day = Instant.parse("2027-02-27T17:00:00Z");
    for (int i = 0; i < 400; i++) {
      Instant next = nightly.next(SINCE, day).orElseThrow();
      assertThat(next).isEqualTo(day.plus(Duration.ofDays(1)));
      day = next;
    }
  }

  @Test
  void anIntervalBeginsWithTheLastRunAndAtOnceWithoutOne() {
    JobSchedule hourly = new JobSchedule.Every(Duration.ofHours(1));
    assertThat(hourly.next(SINCE, null)).hasValue(SINCE);
    assertThat(hourly.next(SINCE, SINCE.plusSeconds(60))).hasValue(SINCE.plusSeconds(3_660));
    assertThat(new JobSchedule.OnDemand().next(SINCE, null)).isEqualTo(Optional.empty());
  }

  @Test
  void whatCannotBeAScheduleIsNone() {
    assertThatThrownBy(() -> JobSchedule.At.of("02:00"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JobSchedule.Every(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
