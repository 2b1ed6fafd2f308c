package jp.chukan.gateway.reconciliation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.staff.StaffIdentity;
import org.springframework.stereotype.Component;

/**
 * All that people do with comparisons, as far as they may see the 「副本」 of that information. Whoever
 * sees whom a finding is about says why, and the look is kept for each person (MS-76).
 */
@Component
public final class ReconciliationDesk {
  private final CorrectionDesk replicas;
  private final Reconciliations reconciliations;
  private final Findings findings;
  private final StagedRegister staged;
  private final ProposeRepairs repairs;
  private final OperationLog operations;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  ReconciliationDesk(
      CorrectionDesk replicas,
      Reconciliations reconciliations,
      Findings findings,
      StagedRegister staged,
      ProposeRepairs repairs,
      OperationLog operations,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.replicas = replicas;
    this.reconciliations = reconciliations;
    this.findings = findings;
    this.staged = staged;
    this.repairs = repairs;
    this.operations = operations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The 「特定個人情報」 that the person may compare. */
  public List<StandardLayout> informationOf(StaffIdentity who) {
    return replicas.informationOf(who);
  }

  /** Why the person may not compare the 「副本」 of this information, nor see what was found. */
  public Optional<ErrorCode> refusal(
      StaffIdentity who, SpecificPersonalInformationCode information) {
    return replicas.refusalToLook(who, information);
  }

  /** Comparisons that the person may see, the newest first. */
  public List<Reconciliation> page(StaffIdentity who, int skip, int most) {
    List<SpecificPersonalInformationCode> codes =
        informationOf(who).stream().map(StandardLayout::information).toList();
    return transactions.within(who.institution(), () -> reconciliations.page(codes, skip, most));
  }

  /** One of them; empty when there is none that the person may see. */
  public Optional<ReconciliationView> find(StaffIdentity who, ReceptionNumber number) {
    return transactions.within(
        who.institution(),
        () ->
            reconciliations
                .find(number)
                .filter(one -> refusal(who, one.information()).isEmpty())
                .map(one -> new ReconciliationView(one, reconciliations.items(number))));
  }

  /** What {@link #find} has found, without whom it is about. */
  public List<Finding> findings(StaffIdentity who, FindingSelection selection, int skip, int most) {
    return transactions.within(
        who.institution(), () -> findings.facts(who.institution(), selection, skip, most));
  }

  /**
   * The same with whom it is about and both values.
   *
   * @param purpose why the person looks; kept with the look, once for each finding (MS-76)
   */
  public List<ShownFinding> look(
      StaffIdentity who, FindingSelection selection, int skip, int most, StaffComment purpose) {
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          List<ShownFinding> shown =
              findings.page(who.institution(), selection, skip, most).stream()
                  .map(ReconciliationDesk::shown)
                  .toList();
          shown.forEach(one -> operations.append(looked(who, selection, one, purpose, now)));
          return shown;
        });
  }

  private static ShownFinding shown(Findings.Opened found) {
    return new ShownFinding(found.facts(), found.content().key(), found.content().differences());
  }

  private static Operation looked(
      StaffIdentity who,
      FindingSelection selection,
      ShownFinding shown,
      StaffComment purpose,
      Instant now) {
    return new Operation(
        who.institution(),
        who.user(),
        OperationKind.VIEW,
        "reconciliation.look",
        true,
        selection.number().value(),
        shown.key().addressee(),
        purpose.text(),
        now);
  }

  /**
   * Proposes that the 「副本」 become what the register says.
   *
   * @param positions of the findings
   * @param reason why; kept with each proposal
   */
  public RepairOutcome propose(
      StaffIdentity who, ReceptionNumber number, List<Integer> positions, StaffComment reason) {
    Optional<ReconciliationView> found = find(who, number);
    if (found.isEmpty()) {
      return new RepairOutcome.Refused(ErrorCode.DBM_RECONCILIATION_UNKNOWN);
    }
    return positions.isEmpty() || found.get().one().removedAt() != null
        ? new RepairOutcome.Refused(ErrorCode.DBM_FINDING_UNKNOWN)
        : repairs.propose(who, number, positions, reason);
  }

  /**
   * Calls off a comparison that has not begun; nothing of its file stays.
   *
   * @return why not, empty when it is called off
   */
  public Optional<ErrorCode> cancel(StaffIdentity who, ReceptionNumber number) {
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          boolean waits =
              find(who, number).isPresent() && reconciliations.lockWaiting(number).isPresent();
          if (waits) {
            reconciliations.cancelled(number, now);
            staged.remove(who.institution(), number);
          }
          operations.append(
              new Operation(
                  who.institution(),
                  who.user(),
                  OperationKind.DECISION,
                  "reconciliation.cancelled",
                  waits,
                  number.value(),
                  null,
                  null,
                  now));
          return waits ? Optional.empty() : Optional.of(ErrorCode.DBM_RECONCILIATION_ENDED);
        });
  }
}
