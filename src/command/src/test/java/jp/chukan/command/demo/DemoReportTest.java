package jp.chukan.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.chukan.command.demo.DemoReport.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoReportTest {
  private static final Line MET =
      Line.of("副本 registered", Duration.ofMillis(12_345), new StepOutcome.Met("3,000 records"));
  private static final Line UNMET =
      Line.of("records equal", Duration.ofMillis(90), new StepOutcome.Unmet("1 differs"));

  @Test
  void aLineHasMarkTimeTitleAndOutcome() {
    assertThat(MET).hasToString("ok       12.3 s  副本 registered: 3,000 records");
    assertThat(UNMET).hasToString("FAILED    0.1 s  records equal: 1 differs");
  }

  @Test
  void oneUnmetExpectationFailsTheWhole() {
    var report = new DemoReport(List.of(MET, UNMET), 2);
    assertThat(report.passed()).isFalse();
    assertThat(report.summary()).isEqualTo("1 of 2 as expected, 12.4 s.");
  }

  @Test
  void aStepThatWasNeverReachedFailsTheWhole() {
    assertThat(new DemoReport(List.of(MET), 2).passed()).isFalse();
    assertThat(new DemoReport(List.of(MET), 1).passed()).isTrue();
  }

  @Test
  void theFileForMachinesSaysTheSame(@TempDir Path folder) throws IOException {
    var file = folder.resolve("report.json");
    new DemoReport(List.of(MET, UNMET), 2).writeTo(file);
    var read = new ObjectMapper().readTree(file.toFile());
    assertThat(read.path("passed").asBoolean()).isFalse();
    assertThat(read.path("planned").asInt()).isEqualTo(2);
    assertThat(read.at("/steps/0/title").asText()).isEqualTo("副本 registered");
    assertThat(read.at("/steps/0/seconds").asDouble()).isEqualTo(12.345);
    assertThat(read.at("/steps/1/passed").asBoolean(true)).isFalse();
    assertThat(read.at("/steps/1/outcome").asText()).isEqualTo("1 differs");
  }
}
