package jp.chukan.gateway.reconciliation;

import static jp.chukan.gateway.reconciliation.ReconciliationBed.APPROVER;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.CHECKER;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.FROM;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.OFFICER;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.SECOND_CHECKER;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.counts;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.member;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.record;
import static jp.chukan.gateway.replica.TestReplicas.HEAD_NAME;
import static jp.chukan.gateway.replica.TestReplicas.IS_HEAD;
import static jp.chukan.gateway.replica.TestReplicas.RELATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.correction.CorrectionOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("突合で見つかった相違の修正")
class ProposeRepairsIT {
  private static final StaffComment REASON = new StaffComment("原本のとおり");

  private static ReconciliationBed bed;

  @BeforeAll
  static void open() {
    bed = new ReconciliationBed();
  }

  @BeforeEach
  void empty() {
    bed.empty();
  }

  @Test // MS-52, MS-54, MU-25
  @DisplayName("申請が確認、承認されると、次の突合では何も見つからない")
  void onceTheRepairsAreApprovedTheNextComparisonFindsNothing() {
    bed.stored(
        member("900000000000001", "架空 余分"),
        member("900000000000002", "架空 二郎", "妻"),
        record("900000000000003", "1", FROM, FROM.plusYears(1), IS_HEAD.value(), "1"));
    RegistrationRecord[] register = {
      record(
          "900000000000002",
          "1",
          FROM,
          null,
          IS_HEAD.value(),
          "0",
          HEAD_NAME.value(),
          "架空 弐郎",
          RELATION.value(),
          "子"),
      record("900000000000003", "1", FROM.plusDays(1), null, IS_HEAD.value(), "1"),
      member("900000000000004", "架空 不足"),
    };
    Reconciliation one = bed.compared(register);
    assertThat(counts(one)).containsExactly(1, 1, 2, 0);
    assertThat(bed.desk.propose(OFFICER, one.number(), List.of(1, 2, 3, 4), REASON))
        .isEqualTo(new RepairOutcome.Done(4, 0));
    assertThat(counts(bed.compared(register)))
        .as("nothing takes effect before it is approved")
        .containsExactly(1, 1, 2, 0);

    for (ShownFinding found : bed.look(one.number())) {
      approve(Objects.requireNonNull(found.finding().proposal()));
    }
    assertThat(counts(bed.compared(register))).containsExactly(0, 0, 0, 3);
    assertThat(bed.replicas.stored("900000000000002").orElseThrow().recordNumber().value())
        .as("a correction is a new version of the copy")
        .startsWith("HAND-");
  }

  private static void approve(ReceptionNumber proposal) {
    assertThat(bed.corrections.confirm(CHECKER, proposal, 1, null))
        .isInstanceOf(CorrectionOutcome.Done.class);
    assertThat(bed.corrections.approve(APPROVER, proposal, 2, null))
        .as("two people check before a third approves")
        .isNotInstanceOf(CorrectionOutcome.Done.class);
    assertThat(bed.corrections.confirm(SECOND_CHECKER, proposal, 2, null))
        .isInstanceOf(CorrectionOutcome.Done.class);
    assertThat(bed.corrections.approve(APPROVER, proposal, 3, null))
        .isInstanceOf(CorrectionOutcome.Done.class);
  }

  @Test // MS-54
  @DisplayName("突合の後に変わった副本は、申請できない")
  void whatChangedSinceTheComparisonIsNotProposed() {
    bed.stored(member("900000000000001", "架空 一郎"), member("900000000000002", "架空 二郎"));
    Reconciliation one =
        bed.compared(member("900000000000001", "架空 壱郎"), member("900000000000002", "架空 弐郎"));
    bed.replicas.registerLater("LATER-1", "900000000000001", "架空 変更");
    assertThat(bed.desk.propose(OFFICER, one.number(), List.of(1, 2, 99), REASON))
        .isEqualTo(new RepairOutcome.Done(1, 2));
    assertThat(bed.look(one.number()))
        .extracting(found -> found.finding().errorCode())
        .containsExactly("DBM-0309", null);
  }

  @Test // MS-54
  @DisplayName("同じ相違は一度だけ申請され、取り下げた後はもう一度できる")
  void aFindingIsProposedOnceUnlessItWasWithdrawn() {
    bed.stored(member("900000000000001", "架空 一郎"));
    Reconciliation one = bed.compared(member("900000000000001", "架空 壱郎"));
    assertThat(bed.desk.propose(OFFICER, one.number(), List.of(1), REASON))
        .isEqualTo(new RepairOutcome.Done(1, 0));
    ReceptionNumber proposal =
        Objects.requireNonNull(bed.look(one.number()).getFirst().finding().proposal());
    assertThat(bed.desk.propose(OFFICER, one.number(), List.of(1), REASON))
        .isEqualTo(new RepairOutcome.Done(0, 1));
    assertThat(bed.look(one.number()).getFirst().finding())
        .isEqualTo(
            new Finding(
                1, FindingKind.DIFFERENT, List.of(HEAD_NAME.value()), proposal, "DBM-0408"));
    assertThat(bed.corrections.withdraw(OFFICER, proposal, 1, null))
        .isInstanceOf(CorrectionOutcome.Done.class);
    assertThat(bed.desk.propose(OFFICER, one.number(), List.of(1), REASON))
        .isEqualTo(new RepairOutcome.Done(1, 0));
  }

  @Test // MS-54, JN-17
  @DisplayName("申請できるのは、副本を申請できる担当者だけである")
  void onlyWhoMayProposeByHandProposesRepairs() {
    bed.stored(member("900000000000001", "架空 一郎"));
    Reconciliation one = bed.compared(member("900000000000001", "架空 壱郎"));
    assertThat(bed.desk.propose(APPROVER, one.number(), List.of(1), REASON))
        .isEqualTo(new RepairOutcome.Done(0, 1));
    assertThat(bed.look(one.number()).getFirst().finding().errorCode()).isEqualTo("DBM-0302");
    assertThat(bed.desk.propose(ReconciliationBed.UNGRANTED, one.number(), List.of(1), REASON))
        .isInstanceOf(RepairOutcome.Refused.class);
  }
}
