package jp.chukan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.day.DayDemo;
import jp.chukan.command.day.DayPlan;
import jp.chukan.command.demo.DemoProgress;
import jp.chukan.command.demo.DemoReport;
import jp.chukan.command.installation.Folders;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A small day: few events, as fast as they go, over all systems of the country. */
@DisplayName("国の一日")
class DayIT {
  private static final DayPlan SMALL = new DayPlan(20261122, 60, 0);

  // MS-31, MS-58, MS-59, JN-01, JN-02, JN-07, JN-12, MU-05
  @Test
  @DisplayName("写しはすべて原本と同じになり、個人番号も住民票コードも境を越えない")
  void everyCopyIsEqualInTheEveningAndNoNumberCrossesTheBorder() throws IOException {
    Path folder = Path.of("target", "day");
    Folders.delete(folder);
    List<String> told = new ArrayList<>();
    try (var installation = Installation.start(InstallationOptions.in(folder))) {
      DemoReport report =
          DayDemo.run(installation, SMALL, title -> DemoProgress.silent(), line -> {}, told::add);

      assertThat(report.steps())
          .allSatisfy(line -> assertThat(line.passed()).as(line + "\n" + told).isTrue())
          .hasSize(report.planned());
    }
  }
}
