package jp.chukan.gateway.provision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.ApprovalQueue;
import jp.chukan.gateway.approval.ApprovalRules;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.provision.HeldCases.Attempt;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The managed terminal (MS-08): all that people can do with held cases. Each deed is one
 * transaction of the person's institution and says which version of the case the person has seen;
 * everything that is not allowed is an outcome, not an exception.
 */
@Component
public final class ReleaseDesk {
  private final InstitutionTransactions transactions;
  private final ApprovalQueue queue;
  private final ApprovalRules rules;
  private final HeldCases held;
  private final ShowHeldCase show;
  private final PrepareRelease prepare;
  private final SendBackCase sendBack;
  private final ApproveRelease approve;
  private final InstantSource clock;

  ReleaseDesk(
      InstitutionTransactions transactions,
      ApprovalQueue queue,
      ApprovalRules rules,
      HeldCases held,
      ShowHeldCase show,
      PrepareRelease prepare,
      SendBackCase sendBack,
      ApproveRelease approve,
      InstantSource clock) {
    this.transactions = transactions;
    this.queue = queue;
    this.rules = rules;
    this.held = held;
    this.show = show;
    this.prepare = prepare;
    this.sendBack = sendBack;
    this.approve = approve;
    this.clock = clock;
  }

  /**
   * The cases of the affairs for which the person may prepare or decide, those that wait first;
   * says nothing about any citizen.
   */
  public List<ApprovalCase> list(StaffIdentity who) {
    Instant now = clock.instant();
    Map<AffairCode, Boolean> permitted = new HashMap<>();
    return transactions.within(
        who.institution(),
        () ->
            queue.list().stream()
                .filter(
                    one ->
                        permitted.computeIfAbsent(
                            one.affair(),
                            affair ->
                                rules.refusalOf(who, ApprovalAction.LOOK, affair, now).isEmpty()))
                .toList());
  }

  /**
   * One case, as {@link #list} has it; empty for what is not there and for what is no affair of the
   * person's.
   */
  public Optional<ApprovalCase> find(StaffIdentity who, ReceptionNumber caseId) {
    Instant now = clock.instant();
    return transactions.within(
        who.institution(),
        () ->
            queue
                .find(caseId)
                .filter(
                    one -> rules.refusalOf(who, ApprovalAction.LOOK, one.affair(), now).isEmpty()));
  }

  /**
   * What would leave for the case, exactly as it would, beside the 「副本」 (MS-05).
   *
   * @param purpose why the person looks; kept with the look (MS-76)
   */
  public ReleaseView show(StaffIdentity who, ReceptionNumber caseId, StaffComment purpose) {
    return show.show(who, caseId, purpose);
  }

  /**
   * How the case went, also when it has ended: who did what, when, and what they wrote.
   *
   * @param purpose why the person looks; kept with the look (MS-76)
   */
  public CaseHistory steps(StaffIdentity who, ReceptionNumber caseId, StaffComment purpose) {
    return held.lookBack(
        who, caseId, purpose, one -> new CaseHistory.Steps(one.facts(), one.steps()));
  }

  /** A 「担当者」 prepares what is to become of the case. */
  public ReleaseOutcome prepare(
      StaffIdentity who, ReceptionNumber caseId, int version, Preparation preparation) {
    return prepare.prepare(new Attempt(who, caseId, version), preparation);
  }

  /** A 「担当者」 has a question first; the case waits on. */
  public ReleaseOutcome askBack(
      StaffIdentity who, ReceptionNumber caseId, int version, StaffComment question) {
    return sendBack.sendBack(new Attempt(who, caseId, version), ApprovalAction.ASK_BACK, question);
  }

  /** 「差戻し」: an 「承認者」 gives back what was prepared. */
  public ReleaseOutcome giveBack(
      StaffIdentity who, ReceptionNumber caseId, int version, StaffComment comment) {
    return sendBack.sendBack(new Attempt(who, caseId, version), ApprovalAction.RETURN, comment);
  }

  /**
   * 「承認」: an 「承認者」 decides as it was prepared: it leaves, or it is refused.
   *
   * @param comment null when the person says nothing
   */
  public ReleaseOutcome approve(
      StaffIdentity who, ReceptionNumber caseId, int version, @Nullable StaffComment comment) {
    return approve.approve(new Attempt(who, caseId, version), comment);
  }
}
