package jp.chukan.gateway.inquiry;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.InquiryResult;
import jp.chukan.contract.message.InquiryResult.Result;
import jp.chukan.contract.message.InquiryResultRequest;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells how the inquiries of one 「受付番号」 stand and what was provided (MS-21, MS-24), at any time.
 * Who has no grant for an affair is told that there is an inquiry, and how far it is, but not about
 * what (MS-11, MS-22).
 *
 * <p>Refused as a whole:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_FOREIGN_INSTITUTION}, {@link ErrorCode#SYM_DESTINATION} not from or
 *       not to the system that it should be
 *   <li>{@link ErrorCode#SKI_UNKNOWN_RECEPTION} a number that this institution was never given
 * </ul>
 */
@Component
final class InquireResults {
  /** As many as fit into the message; the result file holds all. */
  private static final int MOST_RESULTS = 1_000;

  private final SenderCheck sender;
  private final InquiryRequests requests;
  private final InquiryEntries inquiries;
  private final ProvidedContents contents;
  private final Grants grants;
  private final CommunicationLog communications;
  private final InstitutionTransactions transactions;
  private final SerialNumbers numbers;
  private final InstantSource clock;

  InquireResults(
      SenderCheck sender,
      InquiryRequests requests,
      InquiryEntries inquiries,
      ProvidedContents contents,
      Grants grants,
      CommunicationLog communications,
      InstitutionTransactions transactions,
      SerialNumbers numbers,
      InstantSource clock) {
    this.sender = sender;
    this.requests = requests;
    this.inquiries = inquiries;
    this.contents = contents;
    this.grants = grants;
    this.communications = communications;
    this.transactions = transactions;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * @param institution whose certificate the request came with
   */
  InquiryResult inquire(InstitutionCode institution, InquiryResultRequest request) {
    sender.require(institution, request.header(), InquiryResultRequest.TYPE_ID);
    InquiryResult.Body body =
        transactions.within(institution, () -> look(institution, request.body()));
    return new InquiryResult(
        request
            .header()
            .answer(
                numbers.nextMessageId(),
                InquiryResult.TYPE_ID,
                body.receptionNumber(),
                MessageHeader.ACCEPTED),
        body);
  }

  private InquiryResult.Body look(InstitutionCode institution, InquiryResultRequest.Body request) {
    InquiryRequests.Taken taken =
        requests
            .find(request.receptionNumber())
            .orElseThrow(() -> InvalidInputException.of(ErrorCode.SKI_UNKNOWN_RECEPTION));
    communications.append(
        new Communication(
            institution,
            Direction.RECEIVED,
            institution,
            InquiryResultRequest.TYPE_ID,
            taken.number().value(),
            null,
            clock.instant()));
    // First, so that what is told to be complete is.
    boolean complete = inquiries.isComplete(taken.number());
    Looker looker = new Looker(request, contents.of(institution), JapanDay.of(clock.instant()));
    List<Result> results =
        inquiries.page(taken.number(), 0, MOST_RESULTS).stream()
            .map(inquiry -> taken.isRemoved() ? removed(inquiry) : looker.result(inquiry))
            .toList();
    return new InquiryResult.Body(taken.number(), complete, results);
  }

  /** One look of one person of the staff. */
  private final class Looker {
    private final InquiryResultRequest.Body request;
    private final ProvidedContents.Opener opener;
    private final LocalDate today;
    private final Map<AffairCode, Boolean> granted = new HashMap<>();

    Looker(InquiryResultRequest.Body request, ProvidedContents.Opener opener, LocalDate today) {
      this.request = request;
      this.opener = opener;
      this.today = today;
    }

    Result result(InquiryEntry inquiry) {
      AffairCode affair = inquiry.affair();
      // A line that could not be read names no affair, and nobody.
      if (affair != null && !isGranted(affair)) {
        return bare(inquiry, Standing.withheld(inquiry));
      }
      return full(inquiry, Standing.of(inquiry), opener.provided(inquiry));
    }

    private boolean isGranted(AffairCode affair) {
      return granted.computeIfAbsent(
          affair,
          a ->
              grants.permits(
                  request.user(), request.department(), a, GrantedFunction.INQUIRY, today));
    }
  }

  private static Result removed(InquiryEntry inquiry) {
    return bare(inquiry, Standing.removed());
  }

  private static Result bare(InquiryEntry inquiry, Standing standing) {
    return new Result(
        inquiry.record(),
        inquiry.exchange(),
        null,
        null,
        standing.status(),
        standing.message(),
        null,
        null,
        standing.error() == null ? null : standing.error().id(),
        null,
        null,
        List.of());
  }

  private static Result full(
      InquiryEntry inquiry, Standing standing, @Nullable ProvidedInformation provided) {
    return new Result(
        inquiry.record(),
        inquiry.exchange(),
        inquiry.provider(),
        inquiry.information(),
        standing.status(),
        standing.message(),
        standing.informationStatus(),
        standing.informationMessage(),
        standing.error() == null ? null : standing.error().id(),
        inquiry.providedAt(),
        provided == null ? null : provided.edition(),
        provided == null ? List.of() : items(provided));
  }

  private static List<InquiryResult.Item> items(ProvidedInformation provided) {
    return provided.items().stream()
        .map(item -> new InquiryResult.Item(item.code(), item.value()))
        .toList();
  }
}
