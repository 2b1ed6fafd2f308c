package jp.chukan.gateway.provision;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.ApprovalCases;
import jp.chukan.gateway.approval.CaseMove;
import jp.chukan.gateway.approval.LockedCase;
import jp.chukan.gateway.kernel.Outbox;
import jp.chukan.gateway.permit.ProvisionPermits;
import jp.chukan.gateway.provision.ProvisionOutcome.Provided;
import jp.chukan.gateway.provision.ProvisionOutcome.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends a held request in the open transaction: its answer goes into the outbox, and a second
 * 「情報提供等記録」 says how it ended (MS-74). A refusal is answered as {@link PeerCodes} allows: the same
 * for a reason of people and for a permit that ran out, so that it does not tell that anything was
 * held.
 */
@Component
final class ConcludeHeldRequests {
  private static final Logger log = LoggerFactory.getLogger(ConcludeHeldRequests.class);

  private final ApprovalCases cases;
  private final HeldRequests requests;
  private final ProvisionPermits permits;
  private final ProvisionJournal journal;
  private final ProvisionAnswers answers;
  private final Outbox outbox;

  ConcludeHeldRequests(
      ApprovalCases cases,
      HeldRequests requests,
      ProvisionPermits permits,
      ProvisionJournal journal,
      ProvisionAnswers answers,
      Outbox outbox) {
    this.cases = cases;
    this.requests = requests;
    this.permits = permits;
    this.journal = journal;
    this.answers = answers;
    this.outbox = outbox;
  }

  /** The answer leaves. */
  void provide(LockedCase held, VerifiedProvisionRequest request, Provided provided, Instant at) {
    InstitutionCode institution = held.institution();
    Instant receivedAt = held.facts().receivedAt();
    outbox.put(answers.provided(institution, request, provided, receivedAt, at));
    journal.appendEnd(institution, request, provided, receivedAt, at);
    log.info("provision {} released", request.processingNumber());
  }

  /** Nothing leaves but a refusal. */
  void refuse(LockedCase held, VerifiedProvisionRequest request, ErrorCode code, Instant at) {
    InstitutionCode institution = held.institution();
    Refused refused = new Refused(Refusal.of(code), permitOf(held, request));
    Instant receivedAt = held.facts().receivedAt();
    outbox.put(answers.refused(institution, request, refused, receivedAt, at));
    journal.appendEnd(institution, request, refused, receivedAt, at);
    log.info("provision {} refused: {}", request.processingNumber(), code.id());
  }

  /** The permit has run out: the case ends, and its request with it. */
  void expire(LockedCase held, Instant at) {
    cases.take(held, CaseMove.byNobody(ApprovalAction.EXPIRE, at));
    refuse(held, requests.asReceived(held), ErrorCode.TKY_CASE_EXPIRED, at);
  }

  /** The permit with which the request came; it was proved then. */
  private @Nullable PermitId permitOf(LockedCase held, VerifiedProvisionRequest request) {
    try {
      return permits.verifyAgain(request.body(), held.facts().receivedAt()).permitId();
    } catch (InvalidInputException e) {
      // a certificate of the network has ended since: the first record of the exchange has it
      return null;
    }
  }
}
