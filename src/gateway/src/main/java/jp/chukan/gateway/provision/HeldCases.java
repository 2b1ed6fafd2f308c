package jp.chukan.gateway.provision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.ApprovalCases;
import jp.chukan.gateway.approval.ApprovalRules;
import jp.chukan.gateway.approval.ApprovalRules.Verdict;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.approval.ApprovalStep;
import jp.chukan.gateway.approval.LockedCase;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.provision.ReleaseOutcome.Denied;
import jp.chukan.gateway.provision.ReleaseOutcome.Done;
import jp.chukan.gateway.provision.ReleaseOutcome.Expired;
import jp.chukan.gateway.provision.ReleaseOutcome.NotAllowed;
import jp.chukan.gateway.provision.ReleaseOutcome.Stale;
import jp.chukan.gateway.provision.ReleaseOutcome.Unknown;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way to a held case: locks it, asks the rules, ends it when its permit has run out, and
 * keeps in the operation log who tried what with which success, all in one transaction (MS-77).
 */
@Component
final class HeldCases {
  private final InstitutionTransactions transactions;
  private final ApprovalCases cases;
  private final ApprovalRules rules;
  private final HeldRequests requests;
  private final ConcludeHeldRequests conclusions;
  private final OperationLog operations;
  private final InstantSource clock;

  HeldCases(
      InstitutionTransactions transactions,
      ApprovalCases cases,
      ApprovalRules rules,
      HeldRequests requests,
      ConcludeHeldRequests conclusions,
      OperationLog operations,
      InstantSource clock) {
    this.transactions = transactions;
    this.cases = cases;
    this.rules = rules;
    this.requests = requests;
    this.conclusions = conclusions;
    this.operations = operations;
    this.clock = clock;
  }

  /**
   * An attempt on a case.
   *
   * @param who tries
   * @param caseId 「受付番号」
   * @param version which the person has seen
   */
  record Attempt(StaffIdentity who, ReceptionNumber caseId, int version) {}

  /** What is done once it may be. */
  @FunctionalInterface
  interface Deed {
    ReleaseOutcome on(LockedCase held, StaffRole role, Instant now);
  }

  /** Does it, or says why not. */
  ReleaseOutcome act(
      Attempt attempt, Function<Optional<LockedCase>, ApprovalAction> actionOn, Deed deed) {
    StaffIdentity who = attempt.who();
    return transactions.within(
        who.institution(),
        () -> {
          Optional<LockedCase> held = cases.lock(who.institution(), attempt.caseId());
          ApprovalAction action = actionOn.apply(held);
          Instant now = clock.instant();
          ReleaseOutcome outcome =
              held.isEmpty() ? new Unknown() : act(attempt, held.get(), action, deed, now);
          operations.append(
              new Operation(
                  who.institution(),
                  who.user(),
                  OperationKind.DECISION,
                  action.function(),
                  outcome instanceof Done,
                  attempt.caseId().value(),
                  held.map(this::addressee).orElse(null),
                  null,
                  now));
          return outcome;
        });
  }

  private ReleaseOutcome act(
      Attempt attempt, LockedCase held, ApprovalAction action, Deed deed, Instant now) {
    Optional<Denied> denial = denial(attempt.who(), held, action, now);
    if (denial.isPresent()) {
      return denial.get();
    }
    if (held.state() == ApprovalState.EXPIRED) {
      return new Expired();
    }
    if (held.version() != attempt.version()) {
      return stale(held);
    }
    return switch (rules.judge(attempt.who(), action, held, now)) {
      case Verdict.Denied denied -> new NotAllowed(denied.code());
      case Verdict.Allowed allowed -> deed.on(held, allowed.role(), now);
    };
  }

  /** Shows what could leave, while the case is open. */
  ReleaseView look(
      StaffIdentity who,
      ReceptionNumber caseId,
      StaffComment purpose,
      BiFunction<LockedCase, Instant, ReleaseView> shown) {
    return look(
        who,
        caseId,
        purpose,
        (held, now) ->
            switch (rules.judge(who, ApprovalAction.LOOK, held, now)) {
              case Verdict.Denied denied -> new NotAllowed(denied.code());
              case Verdict.Allowed allowed -> shown.apply(held, now);
            },
        denied -> denied);
  }

  /** Shows how the case went, also when it has ended. */
  CaseHistory lookBack(
      StaffIdentity who,
      ReceptionNumber caseId,
      StaffComment purpose,
      Function<LockedCase, CaseHistory> shown) {
    return look(who, caseId, purpose, (held, now) -> shown.apply(held), denied -> denied);
  }

  private <T> T look(
      StaffIdentity who,
      ReceptionNumber caseId,
      StaffComment purpose,
      BiFunction<LockedCase, Instant, T> shown,
      Function<Denied, T> refused) {
    return transactions.within(
        who.institution(),
        () -> {
          Optional<LockedCase> held = cases.lock(who.institution(), caseId);
          Instant now = clock.instant();
          Optional<Denied> denial =
              held.isEmpty()
                  ? Optional.of(new Unknown())
                  : denial(who, held.get(), ApprovalAction.LOOK, now);
          T view =
              denial.isPresent()
                  ? refused.apply(denial.get())
                  : shown.apply(held.orElseThrow(), now);
          operations.append(
              new Operation(
                  who.institution(),
                  who.user(),
                  OperationKind.VIEW,
                  ApprovalAction.LOOK.function(),
                  !(view instanceof Denied),
                  caseId.value(),
                  held.map(this::addressee).orElse(null),
                  purpose.text(),
                  now));
          return view;
        });
  }

  private @Nullable UnifiedAddresseeNumber addressee(LockedCase held) {
    return requests.addressee(requests.asReceived(held));
  }

  /** Why this person gets nothing of the case, whatever was seen of it. */
  private Optional<Denied> denial(
      StaffIdentity who, LockedCase held, ApprovalAction action, Instant now) {
    Optional<ErrorCode> refusal = rules.refusalOf(who, action, held.affair(), now);
    if (refusal.isPresent()) {
      return Optional.of(new NotAllowed(refusal.get()));
    }
    if (held.isOverdue(now)) {
      conclusions.expire(held, now);
      return Optional.of(new Expired());
    }
    return Optional.empty();
  }

  private static Stale stale(LockedCase held) {
    Optional<ApprovalStep> last = held.lastStep();
    return new Stale(
        held.state(),
        held.version(),
        last.map(ApprovalStep::user).orElse(null),
        last.map(ApprovalStep::at).orElse(held.facts().receivedAt()));
  }
}
