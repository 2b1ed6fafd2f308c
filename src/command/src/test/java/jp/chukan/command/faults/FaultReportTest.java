package jp.chukan.command.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FaultReportTest {
  private static final FaultResult GOOD = result(400, 400, 0, false, 0, 0, 12.34, List.of());

  @Test
  void aLineSaysWhatBecameOfEveryInquiry() {
    assertThat(GOOD.line())
        .isEqualTo(
            "kill-gateway                 400 asked,   400 provided, 0 refused, 0 lost, 0 doubled,"
                + " 0 dead letters, recovered in 12.3 s (start 9.9 s)  passed");
  }

  static List<Arguments> failures() {
    return List.of(
        Arguments.of("nothing asked", result(0, 0, 0, false, 0, 0, 1, List.of())),
        Arguments.of("lost", result(400, 399, 0, false, 1, 0, 1, List.of())),
        Arguments.of("doubled", result(400, 400, 0, false, 0, 1, 1, List.of())),
        Arguments.of("refused", result(400, 399, 1, false, 0, 0, 1, List.of())),
        Arguments.of("too late", result(400, 400, 0, false, 0, 0, 30, List.of())),
        Arguments.of("never", result(400, 400, 0, false, 0, 0, FaultResult.NEVER, List.of())),
        Arguments.of("finding", result(400, 400, 0, false, 0, 0, 1, List.of("not alike"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void oneThingIsEnoughToFail(String what, FaultResult failed) {
    assertThat(failed.passed()).as(what).isFalse();
    assertThat(failed.line()).endsWith("FAILED");
    assertThat(new FaultReport(10, 15, List.of(GOOD, failed)).isValid()).isFalse();
  }

  @Test
  void aWrongClockMayRefuse() {
    var refused = result(400, 300, 100, true, 0, 0, 1, List.of());
    assertThat(refused.passed()).isTrue();
    assertThat(refused.line()).contains("100 refused (SCM-1 100)");
  }

  @Test
  void whatIsNotPossibleHereHasNotPassed() {
    var notPossible =
        FaultResult.notPossible(new FullDisk(Disks.Content.JOURNAL), "mount: not permitted");
    assertThat(notPossible.passed()).isFalse();
    assertThat(notPossible.line())
        .isEqualTo("full-disk-journal          not possible here: mount: not permitted");
    var report = new FaultReport(10, 15, List.of(GOOD, notPossible));
    assertThat(report.isValid()).isTrue();
    assertThat(report.summary())
        .isEqualTo("1 of 1 faults passed, each for 15 s at 10/s; 1 not possible here");
    assertThat(new FaultReport(10, 15, List.of(notPossible)).isValid()).isFalse();
  }

  @Test
  void machinesReadTheSame() {
    var json = new FaultReport(10, 15, List.of(GOOD)).json();
    assertThat(json.at("/results/0/name").asText()).isEqualTo("kill-gateway");
    assertThat(json.at("/results/0/passed").asBoolean()).isTrue();
    assertThat(json.at("/results/0/recoverySeconds").asDouble()).isEqualTo(12.34);
  }

  private static FaultResult result(
      int asked,
      int provided,
      int refused,
      boolean mayRefuse,
      int lost,
      int doubled,
      double recovery,
      List<String> findings) {
    return new FaultResult(
        "kill-gateway",
        "kill -9",
        "",
        asked,
        provided,
        refused,
        mayRefuse,
        refused == 0 ? "" : "SCM-1 " + refused,
        0,
        lost,
        doubled,
        0,
        9.87,
        recovery,
        findings);
  }
}
