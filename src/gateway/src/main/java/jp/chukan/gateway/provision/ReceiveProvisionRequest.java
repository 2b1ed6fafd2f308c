package jp.chukan.gateway.provision;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.approval.ApprovalQueue;
import jp.chukan.gateway.approval.HeldRequest;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Outbox;
import jp.chukan.gateway.provision.ProvisionOutcome.AwaitingApproval;
import jp.chukan.gateway.provision.ProvisionOutcome.Provided;
import jp.chukan.gateway.provision.ProvisionOutcome.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Receives a 「提供要求」 and ends it: answered from the 「副本」, held for approval, or refused; once,
 * however often it comes, with one 「情報提供等記録」, all in one database transaction (MS-03, MS-13,
 * MS-74).
 *
 * <p>Recorded as refused, with nothing sent, because there is nobody to whom it could be said, or
 * because it would disturb another exchange:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_SIGNATURE}, {@link ErrorCode#SCM_CERTIFICATE}, {@link
 *       ErrorCode#SCM_ALGORITHM} the network did not sign it as it is (JN-27)
 *   <li>any {@code SYM} code: signed, but not such a message
 *   <li>{@link ErrorCode#SYM_DESTINATION} for another institution than the queue's
 *   <li>{@link ErrorCode#TKY_REQUEST_CONFLICT} the 「処理通番」 belongs to another request
 * </ul>
 *
 * <p>Every other refusal is one of {@link ProvisionDecisions}; it is recorded as it is and answered
 * as {@link PeerCodes} allows. A fault of this side is thrown: nothing of it stays, and the broker
 * brings the request again.
 */
@Component("receiveProvisionRequest")
public final class ReceiveProvisionRequest {
  private static final Logger log = LoggerFactory.getLogger(ReceiveProvisionRequest.class);

  private final InstitutionTransactions transactions;
  private final DocumentVerifier verifier;
  private final ReceivedRequests requests;
  private final ProvisionDecisions decisions;
  private final ProvisionJournal journal;
  private final ProvisionAnswers answers;
  private final ApprovalQueue approvals;
  private final Outbox outbox;
  private final InstantSource clock;
  private final InstitutionCode network;
  private final SystemIdentifier server;

  ReceiveProvisionRequest(
      InstitutionTransactions transactions,
      DocumentVerifier verifier,
      ReceivedRequests requests,
      ProvisionDecisions decisions,
      ProvisionJournal journal,
      ProvisionAnswers answers,
      ApprovalQueue approvals,
      Outbox outbox,
      InstantSource clock,
      @Value("${chukan.network.institution}") String network,
      @Value("${chukan.system}") String server) {
    this.transactions = transactions;
    this.verifier = verifier;
    this.requests = requests;
    this.decisions = decisions;
    this.journal = journal;
    this.answers = answers;
    this.approvals = approvals;
    this.outbox = outbox;
    this.clock = clock;
    this.network = new InstitutionCode(network);
    this.server = new SystemIdentifier(server);
  }

  /**
   * Receives one message of the institution's queue.
   *
   * @param institution whose queue it lay in
   * @param signed CMS SignedData (DER) over a {@link jp.chukan.contract.message.ProvisionRequest}
   */
  public void receive(InstitutionCode institution, byte[] signed) {
    transactions.run(institution, () -> receive(institution, new RawSignedDocument(signed)));
  }

  private void receive(InstitutionCode institution, RawSignedDocument raw) {
    Instant receivedAt = clock.instant();
    VerifiedProvisionRequest request;
    try {
      request = new VerifiedProvisionRequest(verifier.verify(raw, network));
    } catch (InvalidInputException e) {
      refuseUnverified(institution, raw, e.refusal().code(), receivedAt);
      return;
    }
    if (!isMeantFor(institution, request)) {
      refuseAside(institution, raw, request, ErrorCode.SYM_DESTINATION, receivedAt);
      return;
    }
    switch (requests.takeUp(institution, request, receivedAt)) {
      case FIRST -> conduct(institution, raw, request, receivedAt);
      case REPEATED -> log.info("provision {} came again", request.processingNumber());
      case CONFLICTING ->
          refuseAside(institution, raw, request, ErrorCode.TKY_REQUEST_CONFLICT, receivedAt);
    }
  }

  private boolean isMeantFor(InstitutionCode institution, VerifiedProvisionRequest request) {
    return request.body().provider().equals(institution)
        && request.header().destination().equals(server);
  }

  private void conduct(
      InstitutionCode institution,
      RawSignedDocument raw,
      VerifiedProvisionRequest request,
      Instant receivedAt) {
    ProvisionOutcome outcome = decisions.decide(institution, request, receivedAt);
    Instant decidedAt = clock.instant();
    journal.append(institution, request, outcome, receivedAt, decidedAt);
    switch (outcome) {
      case Provided provided ->
          outbox.put(answers.provided(institution, request, provided, receivedAt, decidedAt));
      case AwaitingApproval held ->
          approvals.hold(
              new HeldRequest(
                  institution,
                  request.body(),
                  raw,
                  held.reason(),
                  receivedAt,
                  held.exchange().expiresAt()));
      case Refused refused -> {
        outbox.put(answers.refused(institution, request, refused, receivedAt, decidedAt));
        log.info(
            "provision {} refused: {}", request.processingNumber(), refused.refusal().code().id());
      }
    }
  }

  /** Refuses a request that must not be answered from here; its facts are known. */
  private void refuseAside(
      InstitutionCode institution,
      RawSignedDocument raw,
      VerifiedProvisionRequest request,
      ErrorCode code,
      Instant receivedAt) {
    if (requests.noteRefused(institution, raw.bytes(), receivedAt)) {
      log.warn("provision {} refused, nothing sent: {}", request.processingNumber(), code.id());
      Refused refused = new Refused(Refusal.of(code), null);
      journal.append(institution, request, refused, receivedAt, clock.instant());
    }
  }

  /** Refuses a delivery of which nothing may be believed. */
  private void refuseUnverified(
      InstitutionCode institution, RawSignedDocument raw, ErrorCode code, Instant receivedAt) {
    if (requests.noteRefused(institution, raw.bytes(), receivedAt)) {
      log.warn("a provision request of {} cannot be verified: {}", institution, code.id());
      journal.appendUnverified(institution, code, receivedAt);
    }
  }
}
