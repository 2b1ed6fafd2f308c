package jp.chukan.gateway.provision;

import java.time.Instant;
import java.util.Optional;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.ApprovalCases;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.approval.CaseMove;
import jp.chukan.gateway.approval.LockedCase;
import jp.chukan.gateway.approval.PreparedRelease;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.provision.HeldCases.Attempt;
import jp.chukan.gateway.provision.ProvisionAuthorisation.Authorised.Lawful;
import jp.chukan.gateway.provision.ProvisionOutcome.Provided;
import jp.chukan.gateway.provision.ReleasableContent.Providable;
import jp.chukan.gateway.provision.ReleaseOutcome.ContentChanged;
import jp.chukan.gateway.provision.ReleaseOutcome.Done;
import jp.chukan.gateway.provision.ReleaseOutcome.NotAllowed;
import jp.chukan.gateway.record.seal.EvidenceGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 「承認」: a second person decides on what the first has prepared (MS-06, MS-07, MU-10). What was
 * prepared leaves to the byte or not at all: when today's list, the permit or the 「副本」 say
 * something else by now, nothing leaves and the case waits to be prepared again. A prepared refusal
 * is confirmed in the same way. While evidence is not kept nothing leaves, and the case waits.
 */
@Component
final class ApproveRelease {
  private final HeldCases held;
  private final HeldRequests requests;
  private final ApprovalCases cases;
  private final ConcludeHeldRequests conclusions;
  private final EvidenceGuard evidence;

  ApproveRelease(
      HeldCases held,
      HeldRequests requests,
      ApprovalCases cases,
      ConcludeHeldRequests conclusions,
      EvidenceGuard evidence) {
    this.held = held;
    this.requests = requests;
    this.cases = cases;
    this.conclusions = conclusions;
    this.evidence = evidence;
  }

  ReleaseOutcome approve(Attempt attempt, @Nullable StaffComment comment) {
    return held.act(
        attempt,
        ApproveRelease::decisionOn,
        (waiting, role, now) -> {
          ApprovalAction action = decisionOn(Optional.of(waiting));
          CaseMove move = CaseMove.by(attempt.who(), role, action, comment, now);
          return move.action() == ApprovalAction.DECLINE
              ? decline(waiting, move)
              : release(waiting, move);
        });
  }

  private static ApprovalAction decisionOn(Optional<LockedCase> waiting) {
    return waiting
        .flatMap(LockedCase::preparation)
        .filter(prepared -> prepared.action() == ApprovalAction.REFUSE)
        .map(prepared -> ApprovalAction.DECLINE)
        .orElse(ApprovalAction.APPROVE);
  }

  private ReleaseOutcome decline(LockedCase waiting, CaseMove move) {
    ApprovalState state = cases.take(waiting, move);
    conclusions.refuse(
        waiting, requests.asReceived(waiting), ErrorCode.TKY_NOT_PROVIDED, move.at());
    return new Done(state, waiting.version() + 1);
  }

  private ReleaseOutcome release(LockedCase waiting, CaseMove move) {
    if (evidence.isOverdue(waiting.institution())) {
      return new NotAllowed(ErrorCode.TKM_EVIDENCE_OVERDUE);
    }
    PreparedRelease prepared = waiting.preparation().orElseThrow();
    byte[] content = prepared.content();
    OpenedRequest opened = requests.open(waiting, move.at());
    if (content != null
        && opened.authorised() instanceof Lawful lawful
        && opened.content() instanceof Providable providable
        && ShowHeldCase.isExactly(content, opened, prepared.withheld())) {
      ApprovalState state = cases.take(waiting, move);
      ProvidedInformation outgoing = XmlDocuments.read(ProvidedInformation.class, content);
      conclusions.provide(
          waiting,
          opened.request(),
          new Provided(lawful.exchange(), outgoing, providable.replica().nonDisclosure()),
          move.at());
      return new Done(state, waiting.version() + 1);
    }
    return lapse(waiting, move.at());
  }

  private ReleaseOutcome lapse(LockedCase waiting, Instant now) {
    ApprovalState state = cases.take(waiting, CaseMove.byNobody(ApprovalAction.LAPSE, now));
    return new ContentChanged(state, waiting.version() + 1);
  }
}
