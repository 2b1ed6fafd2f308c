package jp.chukan.gateway.correction;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.correction.CorrectionOutcome.Done;
import jp.chukan.gateway.correction.CorrectionOutcome.NotAllowed;
import jp.chukan.gateway.correction.DraftChange.Drafted;
import jp.chukan.gateway.correction.ProposalDoor.Attempt;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.replica.HandRegistration;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Component;

/**
 * 「申請」: a 「担当者」 enters what is to become of a 「副本」, or enters anew what was given back. Nothing
 * takes effect with it (MS-54, MS-55). Refuses what {@link ProposalRules} and {@link DraftChange}
 * refuse.
 */
@Component
class EnterProposal {
  private final InstitutionTransactions transactions;
  private final ProposalDoor door;
  private final Proposals proposals;
  private final ProposalRules rules;
  private final DraftChange drafts;
  private final OperationLog operations;
  private final SerialNumbers numbers;
  private final InstantSource clock;

  EnterProposal(
      InstitutionTransactions transactions,
      ProposalDoor door,
      Proposals proposals,
      ProposalRules rules,
      DraftChange drafts,
      OperationLog operations,
      SerialNumbers numbers,
      InstantSource clock) {
    this.transactions = transactions;
    this.door = door;
    this.proposals = proposals;
    this.rules = rules;
    this.drafts = drafts;
    this.operations = operations;
    this.numbers = numbers;
    this.clock = clock;
  }

  CorrectionOutcome enter(StaffIdentity who, Entry entry) {
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          Optional<ErrorCode> refusal =
              rules.refusalOf(who, ProposalAction.ENTER, entry.key().information(), now);
          CorrectionOutcome outcome =
              refusal.isPresent() ? new NotAllowed(refusal.get()) : begin(who, entry, now);
          operations.append(
              new Operation(
                  who.institution(),
                  who.user(),
                  OperationKind.DECISION,
                  ProposalAction.ENTER.function(),
                  outcome instanceof Done,
                  outcome instanceof Done done ? done.number().value() : null,
                  entry.key().addressee(),
                  null,
                  now));
          return outcome;
        });
  }

  private CorrectionOutcome begin(StaffIdentity who, Entry entry, Instant now) {
    ReceptionNumber number = numbers.nextReceptionNumber();
    return switch (drafts.draft(registration(who, number, now), entry)) {
      case Drafted.Impossible impossible -> impossible.denied();
      case Drafted.Ready ready -> {
        ProposalMove move =
            ProposalMove.by(who, StaffRole.OFFICER, ProposalAction.ENTER, entry.reason(), now)
                .proposing(ready.change());
        yield done(proposals.begin(who, number, entry.wanted().kind(), move));
      }
    };
  }

  /**
   * @throws InvalidInputException when the entry is about another 「副本」, or of another kind
   */
  CorrectionOutcome revise(Attempt attempt, Entry entry) {
    return door.act(
        attempt,
        ProposalAction.REVISE,
        (held, role, now) -> {
          if (!held.key().equals(entry.key()) || held.facts().kind() != entry.wanted().kind()) {
            throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "proposal");
          }
          HandRegistration by = registration(attempt.who(), attempt.number(), now);
          return switch (drafts.draft(by, entry)) {
            case Drafted.Impossible impossible -> impossible.denied();
            case Drafted.Ready ready ->
                done(
                    proposals.take(
                        held,
                        ProposalMove.by(
                                attempt.who(), role, ProposalAction.REVISE, entry.reason(), now)
                            .proposing(ready.change())));
          };
        });
  }

  private static HandRegistration registration(
      StaffIdentity who, ReceptionNumber number, Instant now) {
    return new HandRegistration(who.institution(), who.department(), number, now);
  }

  private static Done done(ReplicaProposal proposal) {
    return new Done(proposal.number(), proposal.state(), proposal.version());
  }
}
