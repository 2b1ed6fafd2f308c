package jp.chukan.gateway.correction;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.correction.ProposalDoor.Attempt;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The terminal of the 「副本」 (MS-54, JN-38): all that people can do with them by hand. Each deed is
 * one transaction of the person's institution and says which version of the proposal the person has
 * seen; everything that is not allowed is an outcome, not an exception.
 */
@Component
public final class CorrectionDesk {
  private final InstitutionTransactions transactions;
  private final Proposals proposals;
  private final ProposalRules rules;
  private final ShowReplicas show;
  private final EnterProposal enter;
  private final DecideProposal decide;
  private final InstantSource clock;

  CorrectionDesk(
      InstitutionTransactions transactions,
      Proposals proposals,
      ProposalRules rules,
      ShowReplicas show,
      EnterProposal enter,
      DecideProposal decide,
      InstantSource clock) {
    this.transactions = transactions;
    this.proposals = proposals;
    this.rules = rules;
    this.show = show;
    this.enter = enter;
    this.decide = decide;
    this.clock = clock;
  }

  /** The 「特定個人情報」 whose 「副本」 the person may see, each with its newest layout. */
  public List<StandardLayout> informationOf(StaffIdentity who) {
    return transactions.within(who.institution(), () -> rules.informationOf(who, clock.instant()));
  }

  /** Why the person may see no 「副本」 of this information; nothing is shown, so nothing is kept. */
  public Optional<ErrorCode> refusalToLook(
      StaffIdentity who, SpecificPersonalInformationCode information) {
    return transactions.within(
        who.institution(), () -> rules.refusalToLook(who, information, clock.instant()));
  }

  /**
   * The 「副本」 of a person as they are.
   *
   * @param purpose why the person looks; kept with the look (MS-76)
   */
  public ReplicaView look(
      StaffIdentity who,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information,
      StaffComment purpose) {
    return show.look(who, new ShowReplicas.Question(addressee, information, purpose));
  }

  /** Keeps that somebody wanted to look and named nobody by what was typed (MU-26, MS-76). */
  public void keepRefusedLook(
      StaffIdentity who,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information,
      StaffComment purpose) {
    show.keepRefused(who, new ShowReplicas.Question(addressee, information, purpose));
  }

  /**
   * Proposals that the person may see, those that wait first; says nothing about any citizen.
   *
   * @param ended whether those that have ended are among them
   */
  public List<ReplicaProposal> page(StaffIdentity who, boolean ended, int skip, int most) {
    return transactions.within(
        who.institution(), () -> proposals.page(codes(who, clock.instant()), ended, skip, most));
  }

  /** How many proposals wait for a deed of this person. */
  public int waitingFor(StaffIdentity who) {
    return transactions.within(
        who.institution(),
        () ->
            proposals.waitingFor(
                who.user(),
                who.mayActAs(StaffRole.OFFICER),
                who.mayActAs(StaffRole.APPROVER),
                codes(who, clock.instant())));
  }

  private List<SpecificPersonalInformationCode> codes(StaffIdentity who, Instant now) {
    return rules.informationOf(who, now).stream().map(StandardLayout::information).toList();
  }

  /** One of them; empty when there is none that the person may see. */
  public Optional<ReplicaProposal> find(StaffIdentity who, ReceptionNumber number) {
    return transactions.within(
        who.institution(),
        () ->
            proposals
                .find(number)
                .filter(
                    one -> rules.refusalToLook(who, one.information(), clock.instant()).isEmpty()));
  }

  /**
   * A proposal with before and after, and how it went; also when it has ended.
   *
   * @param purpose why the person looks; kept with the look (MS-76)
   */
  public ProposalView show(StaffIdentity who, ReceptionNumber number, StaffComment purpose) {
    return show.show(who, number, purpose);
  }

  /** 「申請」 by a 「担当者」. */
  public CorrectionOutcome enter(StaffIdentity who, Entry entry) {
    return enter.enter(who, entry);
  }

  /** 「再申請」 of what was given back, by whoever entered it. */
  public CorrectionOutcome revise(
      StaffIdentity who, ReceptionNumber number, int version, Entry entry) {
    return enter.revise(new Attempt(who, number, version), entry);
  }

  /**
   * 「確認」 by somebody who did not enter it and has not confirmed it yet.
   *
   * @param comment null when the person says nothing
   */
  public CorrectionOutcome confirm(
      StaffIdentity who, ReceptionNumber number, int version, @Nullable StaffComment comment) {
    return decide.step(new Attempt(who, number, version), ProposalAction.CONFIRM, comment);
  }

  /** 「差戻し」 to whoever entered it. */
  public CorrectionOutcome giveBack(
      StaffIdentity who, ReceptionNumber number, int version, StaffComment comment) {
    return decide.step(new Attempt(who, number, version), ProposalAction.RETURN, comment);
  }

  /**
   * 「取下げ」 by whoever entered it.
   *
   * @param comment null when the person says nothing
   */
  public CorrectionOutcome withdraw(
      StaffIdentity who, ReceptionNumber number, int version, @Nullable StaffComment comment) {
    return decide.step(new Attempt(who, number, version), ProposalAction.WITHDRAW, comment);
  }

  /**
   * 「承認」 by an 「承認者」 who neither entered nor checked: it takes effect.
   *
   * @param comment null when the person says nothing
   */
  public CorrectionOutcome approve(
      StaffIdentity who, ReceptionNumber number, int version, @Nullable StaffComment comment) {
    return decide.approve(new Attempt(who, number, version), comment);
  }
}
