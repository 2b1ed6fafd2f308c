package jp.chukan.gateway.inquiry;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryAcceptance.Result;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryRequest.Inquiry;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.Sha256;
import org.springframework.stereotype.Component;

/**
 * Takes a 「情報照会要求」 (MS-20, MS-24) and tells of each inquiry whether it will be sent. The same
 * message again gets the same answer and has no second effect.
 *
 * <p>Refused as a whole:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_FOREIGN_INSTITUTION} sent by a system that is not the institution's
 *   <li>{@link ErrorCode#SYM_DESTINATION} meant for another system
 *   <li>{@link ErrorCode#SYM_MISSING_ELEMENT}, {@link ErrorCode#SYM_TOO_LARGE} no inquiry, or more
 *       than 1,000
 *   <li>{@link ErrorCode#SKI_MESSAGE_CONFLICT} a 「電文メッセージID」 that stands on other content
 * </ul>
 *
 * <p>Refused one by one, while the others go on: what {@link InquiryChecks} finds, and {@link
 * ErrorCode#SKI_DUPLICATE_RECORD} a 「レコード識別番号」 that stands for another inquiry.
 */
@Component
final class AcceptInquiries {
  private static final int MOST_INQUIRIES = 1_000;

  private final SenderCheck sender;
  private final InquiryRequests requests;
  private final InquiryIntake intake;
  private final InquiryJournal journal;
  private final InstitutionTransactions transactions;
  private final SerialNumbers numbers;
  private final InstantSource clock;

  AcceptInquiries(
      SenderCheck sender,
      InquiryRequests requests,
      InquiryIntake intake,
      InquiryJournal journal,
      InstitutionTransactions transactions,
      SerialNumbers numbers,
      InstantSource clock) {
    this.sender = sender;
    this.requests = requests;
    this.intake = intake;
    this.journal = journal;
    this.transactions = transactions;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * @param institution whose certificate the request came with
   */
  InquiryAcceptance accept(InstitutionCode institution, InquiryRequest request) {
    check(institution, request);
    return transactions.within(institution, () -> take(institution, request));
  }

  private void check(InstitutionCode institution, InquiryRequest request) {
    sender.require(institution, request.header(), InquiryRequest.TYPE_ID);
    int inquiries = request.body().inquiries().size();
    if (inquiries == 0) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, "Inquiry");
    }
    if (inquiries > MOST_INQUIRIES) {
      throw InvalidInputException.at(ErrorCode.SYM_TOO_LARGE, "Inquiry");
    }
  }

  private InquiryAcceptance take(InstitutionCode institution, InquiryRequest request) {
    Reception reception = reception(institution, numbers.nextReceptionNumber());
    List<ArrivedLine> lines = lines(request.body());
    if (request.header().mode() == ExecutionMode.TEST) {
      journal.received(reception, reception.number());
      return answer(request, reception.number(), intake.rehearse(reception, lines));
    }
    InquiryRequests.Taken taken = taken(reception, request);
    Optional<InquiryRequests.Taken> before = requests.claim(institution, taken);
    if (before.isEmpty()) {
      return answer(request, reception.number(), intake.take(reception, lines));
    }
    before.get().requireSame(taken, ErrorCode.SKI_MESSAGE_CONFLICT, "MSGID");
    Reception first = reception(institution, before.get().number());
    journal.received(first, first.number());
    return answer(request, first.number(), intake.again(first, lines));
  }

  private Reception reception(InstitutionCode institution, ReceptionNumber number) {
    return new Reception(
        institution, number, InquiryRequest.TYPE_ID, InquiryRequests.Kind.MESSAGE, clock.instant());
  }

  /** What was written stands for the content: the same values in other white space are the same. */
  private static InquiryRequests.Taken taken(Reception reception, InquiryRequest request) {
    return new InquiryRequests.Taken(
        reception.number(),
        reception.kind(),
        request.header().messageId().value(),
        Sha256.of(XmlMessages.write(request)),
        request.body().inquiries().size(),
        reception.at(),
        null);
  }

  private static List<ArrivedLine> lines(InquiryRequest.Body request) {
    List<ArrivedLine> lines = new ArrayList<>(request.inquiries().size());
    for (Inquiry inquiry : request.inquiries()) {
      lines.add(
          new ArrivedLine.Readable(lines.size() + 1, AskedInquiry.of(request, inquiry), null));
    }
    return lines;
  }

  private InquiryAcceptance answer(
      InquiryRequest request, ReceptionNumber number, List<LineOutcome> outcomes) {
    List<Result> results = new ArrayList<>(outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      results.add(result(request.body().inquiries().get(i), outcomes.get(i)));
    }
    boolean allAccepted = results.stream().allMatch(result -> result.errorCode() == null);
    return new InquiryAcceptance(
        request
            .header()
            .answer(
                numbers.nextMessageId(),
                InquiryAcceptance.TYPE_ID,
                number,
                allAccepted ? MessageHeader.ACCEPTED : MessageHeader.PARTLY_REFUSED),
        new InquiryAcceptance.Body(results));
  }

  private static Result result(Inquiry inquiry, LineOutcome outcome) {
    return switch (outcome) {
      case LineOutcome.Accepted(var reception, var number) ->
          new Result(inquiry.recordNumber(), reception, number, null, null, null);
      case LineOutcome.Rehearsed() ->
          new Result(inquiry.recordNumber(), null, null, null, null, null);
      case LineOutcome.Refused(ErrorCode code) ->
          new Result(
              inquiry.recordNumber(),
              null,
              null,
              code.id(),
              RefusalWords.element(code),
              RefusalWords.message(code, inquiry.addressee(), inquiry.information()));
    };
  }
}
