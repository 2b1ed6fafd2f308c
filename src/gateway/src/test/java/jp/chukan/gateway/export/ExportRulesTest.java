package jp.chukan.gateway.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.export.ExportApplication.State;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("出力の申請の規則")
class ExportRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final UserId APPLICANT = new UserId("kakuu-01");
  private static final UserId COLLEAGUE = new UserId("kakuu-02");

  @ParameterizedTest // JN-22
  @CsvSource({
    "1000, 0, false",
    "1001, 0, true",
    "1, 1000, true",
    "500, 500, false",
    "501, 500, true",
    "0, 1000, false",
    "0, 5000, false"
  })
  @DisplayName("その日に取り出した行数との合計で決まる")
  void moreThanTheLimitOfADayNeedsApproval(long rows, long taken, boolean needed) {
    ExportSettings settings = new ExportSettings(1_000, Duration.ofHours(24));
    assertThat(settings.needsApproval(rows, taken)).isEqualTo(needed);
  }

  @Test // JN-22
  void anApprovalThatMeansNothingKeepsTheServerFromStarting() {
    assertThatThrownBy(() -> new ExportSettings(-1, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExportSettings(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExportSettings(1, Duration.ofDays(8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest // JN-22
  @EnumSource
  @DisplayName("承認待ちの申請だけを、別の人が決定し、申請した人が取り下げる")
  void onlyWhatWaitsIsDecided(State state) {
    ExportApplication asked = application(ExportKind.OPERATIONS, state);
    StaffIdentity other = staff(COLLEAGUE, true, StaffRole.ADMINISTRATOR);
    StaffIdentity self = staff(APPLICANT, true, StaffRole.ADMINISTRATOR);
    boolean waits = state == State.WAITING;
    assertThat(ExportRules.refusalToDecide(other, asked))
        .isEqualTo(waits ? Optional.empty() : Optional.of(ErrorCode.SCM_EXPORT_DECIDED));
    assertThat(ExportRules.refusalToDecide(self, asked))
        .contains(waits ? ErrorCode.SCM_EXPORT_SAME_PERSON : ErrorCode.SCM_EXPORT_DECIDED);
    assertThat(ExportRules.refusalToWithdraw(self, asked))
        .isEqualTo(waits ? Optional.empty() : Optional.of(ErrorCode.SCM_EXPORT_DECIDED));
    assertThat(ExportRules.refusalToWithdraw(other, asked))
        .contains(ErrorCode.SCM_EXPORT_NOT_ALLOWED);
  }

  @ParameterizedTest // JN-21, JN-22
  @CsvSource({
    "WAITING, SCM_EXPORT_NOT_APPROVED",
    "READY,",
    "EXPIRED, SCM_EXPORT_EXPIRED",
    "TAKEN, SCM_EXPORT_TAKEN",
    "REFUSED, SCM_EXPORT_NOT_APPROVED",
    "WITHDRAWN, SCM_EXPORT_NOT_APPROVED"
  })
  @DisplayName("承認された申請だけを、申請した人が、期限までに一度だけ取り出す")
  void onlyWhatIsApprovedLeavesWithItsApplicant(State state, @Nullable ErrorCode refusal) {
    ExportApplication asked = application(ExportKind.OPERATIONS, state);
    assertThat(
            ExportRules.refusalToTake(staff(APPLICANT, true, StaffRole.ADMINISTRATOR), asked, NOW))
        .isEqualTo(Optional.ofNullable(refusal));
    assertThat(
            ExportRules.refusalToTake(staff(COLLEAGUE, true, StaffRole.ADMINISTRATOR), asked, NOW))
        .contains(ErrorCode.SCM_EXPORT_NOT_ALLOWED);
    // who lost the role, or the passkey, since
    assertThat(ExportRules.refusalToTake(staff(APPLICANT, true, StaffRole.AUDITOR), asked, NOW))
        .contains(ErrorCode.SCM_EXPORT_NOT_ALLOWED);
    assertThat(
            ExportRules.refusalToTake(staff(APPLICANT, false, StaffRole.ADMINISTRATOR), asked, NOW))
        .contains(ErrorCode.SCM_EXPORT_NOT_ALLOWED);
  }

  @ParameterizedTest // JN-17, JN-20, JN-21, MS-93
  @CsvSource({
    "RECORDS, OFFICER, true, false",
    "RECORDS, APPROVER, true, true",
    "RECORDS, AUDITOR, true, false",
    "RECORDS, ADMINISTRATOR, false, true",
    "RECORDS, OPERATOR, false, false",
    "OPERATIONS, OFFICER, false, false",
    "OPERATIONS, APPROVER, false, false",
    "OPERATIONS, AUDITOR, false, false",
    "OPERATIONS, ADMINISTRATOR, true, true",
    "OPERATIONS, OPERATOR, false, false",
    "GRANTS, OFFICER, false, false",
    "GRANTS, APPROVER, false, false",
    "GRANTS, AUDITOR, false, false",
    "GRANTS, ADMINISTRATOR, true, true",
    "GRANTS, OPERATOR, false, false"
  })
  @DisplayName("取り出す役割と決定する役割は種類ごとに決まり、決定にはパスキーが要る")
  void eachKindHasItsRoles(ExportKind kind, StaffRole role, boolean takes, boolean decides) {
    assertThat(kind.isTakenBy(staff(COLLEAGUE, true, role))).isEqualTo(takes);
    assertThat(kind.isDecidedBy(staff(COLLEAGUE, true, role))).isEqualTo(decides);
    assertThat(kind.isDecidedBy(staff(COLLEAGUE, false, role))).isFalse();
    ExportApplication asked = application(kind, State.WAITING);
    assertThat(ExportRules.isShownTo(staff(COLLEAGUE, true, role), asked)).isEqualTo(decides);
    assertThat(ExportRules.isShownTo(staff(APPLICANT, true, role), asked)).isTrue();
  }

  @Test
  void whoRefusesSaysWhy() {
    assertThat(ExportRules.refusalOfComment(ExportDecision.Kind.REFUSED, ""))
        .contains(ErrorCode.SCM_EXPORT_COMMENT);
    assertThat(ExportRules.refusalOfComment(ExportDecision.Kind.REFUSED, "不要")).isEmpty();
    assertThat(ExportRules.refusalOfComment(ExportDecision.Kind.APPROVED, "")).isEmpty();
    assertThat(ExportRules.refusalOfComment(ExportDecision.Kind.APPROVED, "あ".repeat(201)))
        .contains(ErrorCode.SCM_EXPORT_COMMENT);
  }

  private static StaffIdentity staff(UserId user, boolean passkey, StaffRole... roles) {
    return new StaffIdentity(
        TestKeys.ISHINOMAKI, user, new DepartmentCode("D001"), Set.of(roles), passkey);
  }

  private static ExportApplication application(ExportKind kind, State state) {
    ExportDecision decision =
        switch (state) {
          case WAITING -> null;
          case READY, TAKEN -> decision(ExportDecision.Kind.APPROVED, NOW.plusMillis(1));
          case EXPIRED -> decision(ExportDecision.Kind.APPROVED, NOW);
          case REFUSED -> decision(ExportDecision.Kind.REFUSED, null);
          case WITHDRAWN -> decision(ExportDecision.Kind.WITHDRAWN, null);
        };
    ExportApplication application =
        new ExportApplication(
            new ReceptionNumber("EX20261102000001"),
            kind,
            1_001,
            "監査",
            APPLICANT,
            NOW.minusSeconds(60),
            decision,
            state == State.TAKEN ? NOW : null);
    assertThat(application.state(NOW)).isEqualTo(state);
    return application;
  }

  private static ExportDecision decision(ExportDecision.Kind kind, @Nullable Instant until) {
    return new ExportDecision(kind, "試験", COLLEAGUE, NOW.minusSeconds(30), until);
  }
}
