package jp.chukan.gateway.correction;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.correction.CorrectionOutcome.NotAllowed;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.replica.ReplicaChange;
import jp.chukan.gateway.replica.ReplicaDraft;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import jp.chukan.gateway.replica.ReplicasByHand;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows 「副本」 and proposals about them; whoever looks says why, and that is kept (MS-76). */
@Component
class ShowReplicas {
  private static final String FUNCTION = "replica.look";

  private final InstitutionTransactions transactions;
  private final ProposalDoor door;
  private final ProposalRules rules;
  private final ReplicasByHand replicas;
  private final StandardLayouts layouts;
  private final OperationLog operations;
  private final InstantSource clock;

  ShowReplicas(
      InstitutionTransactions transactions,
      ProposalDoor door,
      ProposalRules rules,
      ReplicasByHand replicas,
      StandardLayouts layouts,
      OperationLog operations,
      InstantSource clock) {
    this.transactions = transactions;
    this.door = door;
    this.rules = rules;
    this.replicas = replicas;
    this.layouts = layouts;
    this.operations = operations;
    this.clock = clock;
  }

  /**
   * Whose 「副本」, and why.
   *
   * @param addressee the person
   * @param information 「特定個人情報名」
   * @param purpose why; kept with the look
   */
  record Question(
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information,
      StaffComment purpose) {}

  ReplicaView look(StaffIdentity who, Question question) {
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          ReplicaView view =
              rules
                  .refusalToLook(who, question.information(), now)
                  .<ReplicaView>map(NotAllowed::new)
                  .orElseGet(() -> shown(who, question, now));
          operations.append(looked(who, question, view instanceof ReplicaView.Shown, now));
          return view;
        });
  }

  /** Keeps that somebody wanted to look and was not shown anything. */
  void keepRefused(StaffIdentity who, Question question) {
    transactions.run(
        who.institution(), () -> operations.append(looked(who, question, false, clock.instant())));
  }

  private static Operation looked(
      StaffIdentity who, Question question, boolean succeeded, Instant now) {
    return new Operation(
        who.institution(),
        who.user(),
        OperationKind.VIEW,
        FUNCTION,
        succeeded,
        question.information().value(),
        question.addressee(),
        question.purpose().text(),
        now);
  }

  private ReplicaView shown(StaffIdentity who, Question question, Instant now) {
    LocalDate today = JapanDay.of(now);
    Optional<StandardLayout> newest = layouts.newest(question.information(), today);
    if (newest.isEmpty()) {
      return new NotAllowed(ErrorCode.DBM_UNKNOWN_EDITION);
    }
    return new ReplicaView.Shown(
        replicas.find(who.institution(), question.addressee(), question.information()).stream()
            .map(
                stored ->
                    new ReplicaView.ShownReplica(
                        stored,
                        layouts
                            .find(question.information(), stored.edition(), today)
                            .orElse(newest.get())))
            .toList(),
        newest.get(),
        replicas.isHeld(who.institution(), question.addressee(), question.information()));
  }

  ProposalView show(StaffIdentity who, ReceptionNumber number, StaffComment purpose) {
    return door.look(who, number, purpose, (held, now) -> shown(who, held, now));
  }

  private ProposalView shown(StaffIdentity who, LockedProposal held, Instant now) {
    SpecificPersonalInformationCode information = held.facts().information();
    LocalDate today = JapanDay.of(now);
    Optional<StandardLayout> layout =
        layouts
            .find(information, edition(held.change()), today)
            .or(() -> layouts.newest(information, today));
    if (layout.isEmpty()) {
      return new NotAllowed(ErrorCode.DBM_UNKNOWN_EDITION);
    }
    return new ProposalView.Shown(
        held.facts(),
        held.key(),
        held.change(),
        held.steps(),
        replicas.find(held.institution(), held.key()).orElse(null),
        layout.get(),
        possible(who, held.facts(), now));
  }

  private static LayoutEdition edition(ReplicaChange change) {
    ReplicaDraft after = change.after();
    @Nullable ReplicaSnapshot before = change.before();
    return after != null ? after.edition() : Objects.requireNonNull(before).edition();
  }

  private Set<ProposalAction> possible(StaffIdentity who, ReplicaProposal proposal, Instant now) {
    Set<ProposalAction> possible = EnumSet.noneOf(ProposalAction.class);
    for (ProposalAction action : ProposalAction.values()) {
      if (rules.judge(who, action, proposal, now) instanceof ProposalRules.Verdict.Allowed) {
        possible.add(action);
      }
    }
    return possible;
  }
}
