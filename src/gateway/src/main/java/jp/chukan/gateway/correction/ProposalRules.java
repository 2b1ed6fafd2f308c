package jp.chukan.gateway.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.replica.ReplicasByHand;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.Grants;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Component;

/**
 * Says, in one place, who may do what with a 「副本」 and with a proposal about one; no unless
 * everything says yes. Refuses, in this order:
 *
 * <ul>
 *   <li>{@link ErrorCode#DBM_PROPOSAL_ROLE} no role of the person does this; the 「運用事業者」 never
 *       (MS-63)
 *   <li>{@link ErrorCode#DBM_PROPOSAL_PASSKEY} the role demands a passkey in this session
 *   <li>{@link ErrorCode#DBM_PROPOSAL_NOT_GRANTED} no grant to provide on this day (MS-11), or the
 *       information is reserved for another department (JN-09)
 *   <li>{@link ErrorCode#DBM_PROPOSAL_STATE} not from where the proposal stands
 *   <li>{@link ErrorCode#DBM_PROPOSAL_SAME_PERSON} who entered or checked does not decide as well
 *       (MS-54, MU-13)
 *   <li>{@link ErrorCode#DBM_PROPOSAL_NOT_ENTERER} only who entered changes and withdraws
 * </ul>
 */
@Component
class ProposalRules {
  private static final Set<StaffRole> READERS = EnumSet.of(StaffRole.OFFICER, StaffRole.APPROVER);

  private final Grants grants;
  private final ReplicasByHand replicas;
  private final StandardLayouts layouts;

  ProposalRules(Grants grants, ReplicasByHand replicas, StandardLayouts layouts) {
    this.grants = grants;
    this.replicas = replicas;
    this.layouts = layouts;
  }

  /** What the rules say. */
  sealed interface Verdict {
    /**
     * It may be done.
     *
     * @param role in which the person acts
     */
    record Allowed(StaffRole role) implements Verdict {}

    /**
     * It may not.
     *
     * @param code why
     */
    record Denied(ErrorCode code) implements Verdict {}
  }

  /** Why the person may not see 「副本」 of this information, empty when the person may. */
  Optional<ErrorCode> refusalToLook(
      StaffIdentity who, SpecificPersonalInformationCode information, Instant at) {
    return refusalOf(who, READERS, information, at);
  }

  /** The 「特定個人情報」 whose 「副本」 the person may see, by code; asked in the open transaction. */
  List<StandardLayout> informationOf(StaffIdentity who, Instant at) {
    LocalDate today = JapanDay.of(at);
    return layouts.inForceOn(today).stream()
        .map(StandardLayout::information)
        .distinct()
        .filter(information -> refusalToLook(who, information, at).isEmpty())
        .flatMap(information -> layouts.newest(information, today).stream())
        .toList();
  }

  /** Whether the person may do this, as far as roles and grants go. */
  Optional<ErrorCode> refusalOf(
      StaffIdentity who,
      ProposalAction action,
      SpecificPersonalInformationCode information,
      Instant at) {
    EnumSet<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
    for (StaffRole role : StaffRole.values()) {
      if (ProposalTable.knows(action, role)) {
        roles.add(role);
      }
    }
    return refusalOf(who, roles, information, at);
  }

  private Optional<ErrorCode> refusalOf(
      StaffIdentity who,
      Set<StaffRole> roles,
      SpecificPersonalInformationCode information,
      Instant at) {
    List<StaffRole> fitting = who.roles().stream().filter(roles::contains).toList();
    if (fitting.isEmpty() || who.roles().contains(StaffRole.OPERATOR)) {
      return Optional.of(ErrorCode.DBM_PROPOSAL_ROLE);
    }
    if (fitting.stream().noneMatch(who::mayActAs)) {
      return Optional.of(ErrorCode.DBM_PROPOSAL_PASSKEY);
    }
    boolean granted =
        replicas.permits(who.institution(), information, who.department())
            && grants.permitsAny(
                who.user(), who.department(), GrantedFunction.PROVISION, JapanDay.of(at));
    return granted ? Optional.empty() : Optional.of(ErrorCode.DBM_PROPOSAL_NOT_GRANTED);
  }

  /** Whether the person may do this with the proposal as it stands. */
  Verdict judge(StaffIdentity who, ProposalAction action, ReplicaProposal proposal, Instant at) {
    Optional<ErrorCode> refusal = refusalOf(who, action, proposal.information(), at);
    if (refusal.isPresent()) {
      return new Verdict.Denied(refusal.get());
    }
    for (StaffRole role : StaffRole.values()) {
      if (ProposalTable.next(proposal.state(), action, role).isPresent() && who.mayActAs(role)) {
        return person(who, action, proposal)
            .<Verdict>map(Verdict.Denied::new)
            .orElseGet(() -> new Verdict.Allowed(role));
      }
    }
    return new Verdict.Denied(ErrorCode.DBM_PROPOSAL_STATE);
  }

  private static Optional<ErrorCode> person(
      StaffIdentity who, ProposalAction action, ReplicaProposal proposal) {
    return switch (action) {
      case CONFIRM, RETURN, APPROVE ->
          proposal.hasHandOf(who.user())
              ? Optional.of(ErrorCode.DBM_PROPOSAL_SAME_PERSON)
              : Optional.empty();
      case REVISE, WITHDRAW ->
          proposal.enteredBy().equals(who.user())
              ? Optional.empty()
              : Optional.of(ErrorCode.DBM_PROPOSAL_NOT_ENTERER);
      case ENTER, LAPSE -> Optional.empty();
    };
  }
}
