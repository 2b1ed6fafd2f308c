package jp.chukan.gateway.provision;

import java.time.Instant;
import java.time.LocalDate;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.approval.ApprovalReason;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.permit.PermittedExchange;
import jp.chukan.gateway.provision.ProvisionAuthorisation.Authorised.Lawful;
import jp.chukan.gateway.provision.ProvisionAuthorisation.Authorised.Unlawful;
import jp.chukan.gateway.provision.ProvisionOutcome.AwaitingApproval;
import jp.chukan.gateway.provision.ProvisionOutcome.Provided;
import jp.chukan.gateway.provision.ProvisionOutcome.Refused;
import jp.chukan.gateway.record.seal.EvidenceGuard;
import jp.chukan.gateway.replica.ReplicaLookup;
import jp.chukan.gateway.replica.ReplicaLookup.Absent;
import jp.chukan.gateway.replica.ReplicaLookup.Found;
import jp.chukan.gateway.replica.ReplicaLookup.LayoutMismatch;
import jp.chukan.gateway.replica.Replicas;
import org.springframework.stereotype.Component;

/**
 * Decides a 「提供要求」 in the order of the protocol: {@link ProvisionAuthorisation} says whether it may
 * be answered; then the 「副本」 answers by itself, or people must decide (MS-05, MS-07, MS-50). While
 * evidence is not kept nothing is answered, with {@link ErrorCode#TKM_EVIDENCE_OVERDUE}.
 */
@Component
final class ProvisionDecisions {
  private final ProvisionAuthorisation authorisation;
  private final EvidenceGuard evidence;
  private final Replicas replicas;

  ProvisionDecisions(
      ProvisionAuthorisation authorisation, EvidenceGuard evidence, Replicas replicas) {
    this.authorisation = authorisation;
    this.evidence = evidence;
    this.replicas = replicas;
  }

  /** Decides in the open transaction of the institution, as of this instant. */
  ProvisionOutcome decide(
      InstitutionCode institution, VerifiedProvisionRequest request, Instant at) {
    if (evidence.isOverdue(institution)) {
      // before anybody is looked up: it is told to everybody alike, whoever it is about
      return new Refused(Refusal.of(ErrorCode.TKM_EVIDENCE_OVERDUE), null);
    }
    return switch (authorisation.authorise(request, at)) {
      case Unlawful unlawful -> unlawful.refused();
      case Lawful lawful -> answerOf(institution, request.body(), lawful, JapanDay.of(at));
    };
  }

  private ProvisionOutcome answerOf(
      InstitutionCode institution, ProvisionRequest.Body request, Lawful lawful, LocalDate today) {
    PermittedExchange exchange = lawful.exchange();
    ReplicaLookup lookup =
        replicas.find(
            institution,
            lawful.addressee(),
            request.information(),
            request.requestedItems(),
            ProvisionAuthorisation.period(request, today));
    return switch (lookup) {
      case Absent absent -> new AwaitingApproval(exchange, ApprovalReason.NO_REPLICA, null);
      case LayoutMismatch mismatch ->
          new AwaitingApproval(exchange, ApprovalReason.LAYOUT_MISMATCH, null);
      case Found found -> answerOf(request, exchange, found);
    };
  }

  private static ProvisionOutcome answerOf(
      ProvisionRequest.Body request, PermittedExchange exchange, Found found) {
    NonDisclosureCode nonDisclosure = found.nonDisclosure();
    return switch (found.responseMode()) {
      case APPROVAL_REQUIRED ->
          new AwaitingApproval(exchange, ApprovalReason.FLAGGED, nonDisclosure);
      case AUTOMATIC ->
          new Provided(exchange, OutgoingInformation.of(request, found), nonDisclosure);
    };
  }
}
