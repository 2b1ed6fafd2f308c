package jp.chukan.gateway.inquiry;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeDefect;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Receives the answer to an inquiry and ends it with one 「情報提供等記録」, once, however often it comes,
 * all in one database transaction (MS-21, MS-74).
 *
 * <p>An answer that is refused ends nothing: whoever can bring garbage could otherwise end the
 * exchange of somebody else. It is kept with its reason and logged as a communication (JN-12), and
 * the inquiry waits on:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_SIGNATURE}, {@link ErrorCode#SCM_CERTIFICATE}, {@link
 *       ErrorCode#SCM_ALGORITHM} the network did not sign it as it is (JN-27)
 *   <li>any {@code SYM} code: signed, but not such a message
 *   <li>{@link ErrorCode#SKI_ANSWER_FOREIGN} for another institution or another server
 *   <li>{@link ErrorCode#SKI_ANSWER_UNASKED} no inquiry of this number ever left
 *   <li>{@link ErrorCode#SKI_ANSWER_REPEATED} another answer to an inquiry that has ended
 *   <li>{@link ErrorCode#SKI_ANSWER_LATE} its time was over
 *   <li>what {@link InquiryAnswerProof} refuses
 * </ul>
 *
 * <p>A fault of this side is thrown: nothing of it stays, and the broker brings the answer again.
 */
@Component("receiveInquiryAnswer")
public final class ReceiveInquiryAnswer {
  private static final Logger log = LoggerFactory.getLogger(ReceiveInquiryAnswer.class);

  private final InstitutionTransactions transactions;
  private final DocumentVerifier verifier;
  private final OpenInquiries inquiries;
  private final InquiryAnswerProof proof;
  private final ConcludeInquiries conclusions;
  private final RefusedAnswers refusedAnswers;
  private final CommunicationLog communications;
  private final InstantSource clock;
  private final InstitutionCode network;
  private final SystemIdentifier server;

  ReceiveInquiryAnswer(
      InstitutionTransactions transactions,
      DocumentVerifier verifier,
      OpenInquiries inquiries,
      InquiryAnswerProof proof,
      ConcludeInquiries conclusions,
      RefusedAnswers refusedAnswers,
      CommunicationLog communications,
      InstantSource clock,
      @Value("${chukan.network.institution}") String network,
      @Value("${chukan.system}") String server) {
    this.transactions = transactions;
    this.verifier = verifier;
    this.inquiries = inquiries;
    this.proof = proof;
    this.conclusions = conclusions;
    this.refusedAnswers = refusedAnswers;
    this.communications = communications;
    this.clock = clock;
    this.network = new InstitutionCode(network);
    this.server = new SystemIdentifier(server);
  }

  /**
   * What lay in the queue.
   *
   * @param institution whose queue
   * @param raw as it came
   * @param takenOverAt when the server took it over
   */
  private record Delivery(
      InstitutionCode institution, RawSignedDocument raw, Instant takenOverAt) {}

  /**
   * Receives one message of the institution's queue.
   *
   * <p>Whether it came in time, and whether path and permit were valid, is judged as of the instant
   * at which the server took it over: from then on the delay is this side's own. The edge puts that
   * instant on the queue with the message, and no peer can set it. A message that is brought again
   * much later profits nothing: how the inquiry stands is judged now.
   *
   * @param institution whose queue it lay in
   * @param takenOverAt milliseconds since 1970-01-01T00:00:00Z
   * @param signed CMS SignedData (DER) over an {@link InquiryAnswer}
   */
  public void receive(InstitutionCode institution, long takenOverAt, byte[] signed) {
    Delivery delivery =
        new Delivery(institution, new RawSignedDocument(signed), Instant.ofEpochMilli(takenOverAt));
    transactions.run(institution, () -> receive(delivery));
  }

  private void receive(Delivery delivery) {
    VerifiedInquiryAnswer answer;
    try {
      answer = new VerifiedInquiryAnswer(verifier.verify(delivery.raw(), network));
    } catch (InvalidInputException e) {
      refuse(delivery, null, e.refusal().code(), null);
      return;
    }
    if (!isMeantFor(delivery.institution(), answer)) {
      refuse(delivery, answer, ErrorCode.SKI_ANSWER_FOREIGN, null);
      return;
    }
    switch (inquiries.lock(delivery.institution(), answer.processingNumber())) {
      case StoredInquiry.Open(OpenInquiry inquiry) -> conclude(delivery, answer, inquiry);
      case StoredInquiry.Ended ended -> compare(delivery, answer, ended);
      case StoredInquiry.Unknown unknown ->
          refuse(delivery, answer, ErrorCode.SKI_ANSWER_UNASKED, null);
    }
  }

  private boolean isMeantFor(InstitutionCode institution, VerifiedInquiryAnswer answer) {
    return answer.body().inquirer().equals(institution)
        && answer.header().destination().equals(server);
  }

  private void conclude(Delivery delivery, VerifiedInquiryAnswer answer, OpenInquiry inquiry) {
    if (inquiry.isOverdueAt(delivery.takenOverAt())) {
      refuse(delivery, answer, ErrorCode.SKI_ANSWER_LATE, null);
      return;
    }
    InquiryOutcome outcome;
    try {
      outcome = proof.prove(inquiry, answer.body(), delivery.takenOverAt());
    } catch (InvalidInputException e) {
      refuse(delivery, answer, e.refusal().code(), EnvelopeDefect.in(e).orElse(null));
      return;
    }
    conclusions.conclude(inquiry, outcome, answer.digest(), clock.instant());
    communications.append(communication(delivery, network, answer.processingNumber(), null));
  }

  /** An answer to an inquiry that has ended: the one that ended it, or one too many. */
  private void compare(Delivery delivery, VerifiedInquiryAnswer answer, StoredInquiry.Ended ended) {
    byte[] known = ended.answerDigest();
    if (known != null && MessageDigest.isEqual(known, answer.digest())) {
      log.info("the answer to inquiry {} came again", answer.processingNumber());
      return;
    }
    refuse(
        delivery,
        answer,
        switch (ended.state()) {
          case UNANSWERED -> ErrorCode.SKI_ANSWER_LATE;
          case MALFORMED, REFUSED -> ErrorCode.SKI_ANSWER_UNASKED;
          case ACCEPTED, SENT, PROVIDED, DECLINED -> ErrorCode.SKI_ANSWER_REPEATED;
        },
        null);
  }

  /**
   * @param answer null when nothing of the delivery may be believed
   * @param defect what is wrong with its envelope, null when it is something else; for the log of
   *     this side alone, because who sends envelopes learns from the difference
   */
  private void refuse(
      Delivery delivery,
      @Nullable VerifiedInquiryAnswer answer,
      ErrorCode code,
      @Nullable EnvelopeDefect defect) {
    ProcessingNumber number = answer == null ? null : answer.processingNumber();
    boolean first =
        refusedAnswers.note(
            delivery.institution(), delivery.raw().bytes(), number, code, delivery.takenOverAt());
    if (first) {
      log.warn(
          "an answer to {} about {} is refused: {}{}",
          delivery.institution(),
          number == null ? "nobody knows what" : number,
          code.id(),
          defect == null ? "" : " " + defect);
      communications.append(communication(delivery, answer == null ? null : network, number, code));
    }
  }

  private static Communication communication(
      Delivery delivery,
      @Nullable InstitutionCode peer,
      @Nullable ProcessingNumber number,
      @Nullable ErrorCode error) {
    return new Communication(
        delivery.institution(),
        Direction.RECEIVED,
        peer,
        InquiryAnswer.TYPE_ID,
        number == null ? null : number.value(),
        error,
        delivery.takenOverAt());
  }
}
