package jp.chukan.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProgressBarTest {

  @Test
  void showsHowFarItIs() {
    assertThat(ProgressBar.of(0, 3000)).isEqualTo("[........................] 0/3,000");
    assertThat(ProgressBar.of(1500, 3000)).isEqualTo("[############............] 1,500/3,000");
    assertThat(ProgressBar.of(3000, 3000)).isEqualTo("[########################] 3,000/3,000");
  }

  @Test
  void isFullWhenThereIsNothingToDo() {
    assertThat(ProgressBar.of(0, 0)).startsWith("[########################]");
  }
}
