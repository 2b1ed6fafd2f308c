package jp.chukan.command.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.chukan.command.installation.InstallationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GrowthCommandTest {
  @TempDir Path folder;

  @Test
  void aRunIsDrawnAtItsSize() throws IOException {
    var run = MeasuredRun.read(written(10_000, true), "held");
    assertThat(run.size()).isEqualTo(10_000);
    assertThat(run.halfMillis()).isEqualTo(60);
    assertThat(run.mostMillis()).isEqualTo(200);
    assertThat(run.processorMillisEach()).containsEntry("gateway", 8.25).hasSize(2);
  }

  @Test
  void aRunThatDoesNotCountIsNotDrawn() throws IOException {
    var file = written(10_000, false);
    assertThatThrownBy(() -> MeasuredRun.read(file, "held"))
        .isInstanceOf(InstallationException.class)
        .hasMessageContaining("run.json");
  }

  @Test
  void whatIsNoRunOfItIsNotDrawn() throws IOException {
    var file = Files.writeString(folder.resolve("run.json"), "{}");
    assertThatThrownBy(() -> MeasuredRun.read(file, "nodes"))
        .isInstanceOf(InstallationException.class);
  }

  private Path written(int held, boolean valid) throws IOException {
    return Files.writeString(
        folder.resolve("run.json"),
        """
        {"scale": {"held": %d, "nodes": 0},
         "load": {"times": {"p50Millis": 60, "p99Millis": 200}},
         "processorMillisEach": {"gateway": 8.25, "postgres": 4.0},
         "validity": {"valid": %b}}
        """
            .formatted(held, valid));
  }
}
