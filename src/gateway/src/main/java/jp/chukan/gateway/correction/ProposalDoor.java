package jp.chukan.gateway.correction;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.correction.CorrectionOutcome.Denied;
import jp.chukan.gateway.correction.CorrectionOutcome.Done;
import jp.chukan.gateway.correction.CorrectionOutcome.NotAllowed;
import jp.chukan.gateway.correction.CorrectionOutcome.Stale;
import jp.chukan.gateway.correction.CorrectionOutcome.Unknown;
import jp.chukan.gateway.correction.ProposalRules.Verdict;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way to a proposal: locks it, asks the rules, and keeps in the operation log who tried
 * what with which success, all in one transaction (JN-38, MS-76).
 */
@Component
class ProposalDoor {
  private static final String LOOK = "correction.look";

  private final InstitutionTransactions transactions;
  private final Proposals proposals;
  private final ProposalRules rules;
  private final OperationLog operations;
  private final InstantSource clock;

  ProposalDoor(
      InstitutionTransactions transactions,
      Proposals proposals,
      ProposalRules rules,
      OperationLog operations,
      InstantSource clock) {
    this.transactions = transactions;
    this.proposals = proposals;
    this.rules = rules;
    this.operations = operations;
    this.clock = clock;
  }

  /**
   * An attempt on a proposal.
   *
   * @param who tries
   * @param number of the proposal
   * @param version which the person has seen
   */
  record Attempt(StaffIdentity who, ReceptionNumber number, int version) {}

  /** What is done once it may be. */
  @FunctionalInterface
  interface Deed {
    CorrectionOutcome on(LockedProposal held, StaffRole role, Instant now);
  }

  /** Does it, or says why not. */
  CorrectionOutcome act(Attempt attempt, ProposalAction action, Deed deed) {
    StaffIdentity who = attempt.who();
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          Optional<LockedProposal> held = proposals.lock(who.institution(), attempt.number());
          CorrectionOutcome outcome =
              held.isEmpty() ? new Unknown() : act(attempt, held.get(), action, deed, now);
          operations.append(
              new Operation(
                  who.institution(),
                  who.user(),
                  OperationKind.DECISION,
                  action.function(),
                  outcome instanceof Done,
                  attempt.number().value(),
                  addressee(held),
                  null,
                  now));
          return outcome;
        });
  }

  private CorrectionOutcome act(
      Attempt attempt, LockedProposal held, ProposalAction action, Deed deed, Instant now) {
    Optional<ErrorCode> refusal =
        rules.refusalOf(attempt.who(), action, held.facts().information(), now);
    if (refusal.isPresent()) {
      return new NotAllowed(refusal.get());
    }
    if (held.facts().version() != attempt.version()) {
      return stale(held);
    }
    return switch (rules.judge(attempt.who(), action, held.facts(), now)) {
      case Verdict.Denied denied -> new NotAllowed(denied.code());
      case Verdict.Allowed allowed -> deed.on(held, allowed.role(), now);
    };
  }

  private static Stale stale(LockedProposal held) {
    ProposalStep last = held.steps().getLast();
    return new Stale(held.facts().state(), held.facts().version(), last.user(), last.at());
  }

  /** Shows it, and keeps that it was shown and why (MS-76). */
  ProposalView look(
      StaffIdentity who,
      ReceptionNumber number,
      StaffComment purpose,
      BiFunction<LockedProposal, Instant, ProposalView> shown) {
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          Optional<LockedProposal> held = proposals.lock(who.institution(), number);
          ProposalView view = held.isEmpty() ? new Unknown() : look(who, held.get(), shown, now);
          operations.append(
              new Operation(
                  who.institution(),
                  who.user(),
                  OperationKind.VIEW,
                  LOOK,
                  !(view instanceof Denied),
                  number.value(),
                  addressee(held),
                  purpose.text(),
                  now));
          return view;
        });
  }

  private ProposalView look(
      StaffIdentity who,
      LockedProposal held,
      BiFunction<LockedProposal, Instant, ProposalView> shown,
      Instant now) {
    return rules
        .refusalToLook(who, held.facts().information(), now)
        .<ProposalView>map(NotAllowed::new)
        .orElseGet(() -> shown.apply(held, now));
  }

  private static @Nullable UnifiedAddresseeNumber addressee(Optional<LockedProposal> held) {
    return held.map(one -> one.key().addressee()).orElse(null);
  }
}
