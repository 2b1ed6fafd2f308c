package jp.chukan.command.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FloorTest {
  @Test
  void asManyInTenTimesTheTimeIsATenthOfTheRate() {
    var floor = Floor.ofTimes(30_000, 200_000, 20_000);
    assertThat(floor).isEqualTo(new Floor(150, 1_500));
    assertThat(floor.ratio()).isEqualTo(10.0);
    assertThat(floor.share()).isEqualTo(0.1);
  }

  @Test
  void whatTookNoTimeThatCanBeToldTookAMillisecond() {
    assertThat(Floor.ofTimes(5, 0, 0)).isEqualTo(new Floor(5_000, 5_000));
  }

  @Test
  void ofNothingNothingFollows() {
    assertThat(new Floor(0, 100).ratio()).isZero();
    assertThat(new Floor(0, 100).share()).isZero();
    assertThat(new Floor(100, 0).ratio()).isZero();
    assertThat(new Floor(100, 0).share()).isZero();
  }

  @Test
  void saysWhatTheFloorDoesAndHowManyTimesItsTimeIsTaken() {
    assertThat(new Floor(150, 1_500).lines("one commit"))
        .containsExactly(
            "floor         one commit: 1,500/s", "ratio         10.0 times the floor's time");
  }

  @Test
  void theFileForMachinesHoldsWhatFollows() {
    var written = Figures.object(new Floor(150, 1_500));
    assertThat(written.path("perSecond").asDouble()).isEqualTo(150);
    assertThat(written.path("floorPerSecond").asDouble()).isEqualTo(1_500);
    assertThat(written.path("ratio").asDouble()).isEqualTo(10.0);
    assertThat(written.path("share").asDouble()).isEqualTo(0.1);
  }
}
