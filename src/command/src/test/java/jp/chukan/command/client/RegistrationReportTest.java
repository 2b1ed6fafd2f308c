package jp.chukan.command.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.ReplicaRegistrationResult.Refused;
import org.junit.jupiter.api.Test;

final class RegistrationReportTest {
  private static final Refused REFUSED =
      new Refused("R-2", 2, "DBM-0204", "TK00000000000999", "データ標準レイアウトにない項目です。");

  @Test
  void allAcceptedIsSuccess() {
    var report = RegistrationReport.of(new ReplicaRegistrationResult.Body(3000, 0, List.of()));
    assertThat(report.exitCode()).isZero();
    assertThat(report.lines()).containsExactly("Accepted 3,000, refused 0.");
  }

  @Test
  void aRefusedRecordIsShownWithNumberCodeElementAndText() {
    var report = RegistrationReport.of(new ReplicaRegistrationResult.Body(1, 1, List.of(REFUSED)));
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.lines())
        .containsExactly(
            "Accepted 1, refused 1.",
            "  record 2 (R-2): DBM-0204 at TK00000000000999 データ標準レイアウトにない項目です。");
  }

  @Test
  void allRefusedIsTheOtherExitCode() {
    var report = RegistrationReport.of(new ReplicaRegistrationResult.Body(0, 1, List.of(REFUSED)));
    assertThat(report.exitCode()).isEqualTo(2);
  }

  @Test
  void saysHowManyRefusedRecordsTheAnswerDidNotName() {
    var report = RegistrationReport.of(new ReplicaRegistrationResult.Body(0, 5, List.of(REFUSED)));
    assertThat(report.lines()).last().isEqualTo("  … and 4 more");
  }
}
