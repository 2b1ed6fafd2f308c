package jp.chukan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jp.chukan.command.demo.DemoReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("情報提供の全体")
class DemoIT {

  // MS-01, MS-03, MS-04, MS-05, MS-34, MS-40, MS-50, MS-58, MS-74, MS-103
  @Test
  void everyLineOfTheDemoHolds() {
    DemoReport report = SharedInstallation.get().report();
    assertThat(report.steps())
        .allSatisfy(line -> assertThat(line.passed()).as(line.toString()).isTrue())
        .hasSize(report.planned());
  }
}
