package jp.chukan.command.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftoversTest {
  @TempDir Path run;
  private Process left;

  @BeforeEach
  void start() throws IOException {
    left = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void end() {
    left.destroyForcibly();
  }

  @Test
  void whatAKilledSupervisorLeftIsStopped() {
    write(InstallationState.Mark.of(ProcessMark.of("gateway", left.toHandle())));
    assertThat(Leftovers.stop(run)).isTrue();
    assertThat(left.isAlive()).isFalse();
    assertThat(InstallationState.read(run)).isEmpty();
  }

  @Test
  void anotherProcessThatGotTheSameNumberIsLeftAlone() {
    var mark = ProcessMark.of("gateway", left.toHandle());
    write(
        new InstallationState.Mark(
            mark.name(), mark.pid(), mark.startedAt().minusSeconds(3600).toEpochMilli()));
    assertThat(Leftovers.stop(run)).isFalse();
    assertThat(left.isAlive()).isTrue();
  }

  @Test
  void nothingToStopIsNoFault() {
    assertThat(Leftovers.stop(run)).isFalse();
  }

  private void write(InstallationState.Mark mark) {
    var nowhere = URI.create("https://localhost:1");
    new InstallationState(true, nowhere, nowhere, nowhere, nowhere, nowhere, "", List.of(mark))
        .write(run);
  }
}
