package jp.chukan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jp.chukan.command.demo.DemoReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("情報照会の全体")
class DemoInquiryIT {

  // MS-16, MS-20, MS-21, MS-22, MS-24, MS-25, MS-33, MS-74, MS-78, JN-13, JN-36
  @Test
  void everyLineOfTheDemoOfInquiriesHolds() {
    DemoReport report = SharedInquiries.get().report();
    assertThat(report.steps())
        .allSatisfy(line -> assertThat(line.passed()).as(line.toString()).isTrue())
        .hasSize(report.planned());
  }
}
