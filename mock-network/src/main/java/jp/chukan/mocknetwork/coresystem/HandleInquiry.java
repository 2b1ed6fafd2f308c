package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.ExchangeDocuments.Issued;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「情報照会」 of an inquirer of this country at the core: who is the person, may the inquirer ask
 * (MS-103), then one permit, one path and one 「提供要求」 to the provider. Every inquiry leaves a
 * record, a refused one as well.
 */
@Component
public final class HandleInquiry {
  private final InquiryChecks checks;
  private final ExchangeDocuments documents;
  private final FaultyDocuments faulty;
  private final Permits permits;
  private final CoreExchanges exchanges;
  private final SendProvisionRequest sending;
  private final ProvisionRequests requests;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  HandleInquiry(
      InquiryChecks checks,
      ExchangeDocuments documents,
      FaultyDocuments faulty,
      Permits permits,
      CoreExchanges exchanges,
      SendProvisionRequest sending,
      ProvisionRequests requests,
      TransactionOperations transaction,
      InstantSource clock) {
    this.checks = checks;
    this.documents = documents;
    this.faulty = faulty;
    this.permits = permits;
    this.exchanges = exchanges;
    this.sending = sending;
    this.requests = requests;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Handles one inquiry.
   *
   * @param number 「処理通番」 that the inquirer was given for it
   * @param transport how the request travels, and what is wrong with it
   * @throws NothingToReplayException when a replay is wanted and nothing was used before
   */
  public InquiryOutcome handle(ProcessingNumber number, Inquiry inquiry, Transport transport) {
    Instant now = clock.instant();
    return switch (checks.check(inquiry)) {
      case InquiryChecks.Result.Refused(var refusal) -> {
        exchanges.refusedByCore(number, inquiry, now, refusal.code().id());
        yield new InquiryOutcome.Refused(refusal);
      }
      case InquiryChecks.Result.Permitted(var atProvider) ->
          send(number, inquiry, atProvider, transport, now);
    };
  }

  private InquiryOutcome send(
      ProcessingNumber number,
      Inquiry inquiry,
      LinkageCode atProvider,
      Transport transport,
      Instant now) {
    Issued issued = documents.issue(number, inquiry, now);
    Enclosed enclosed = faulty.enclose(issued, inquiry, transport.faults(), now);
    byte[] request = requests.signed(number, inquiry, atProvider, enclosed, now);
    byte[] sent =
        transport.has(ExchangeFault.FORGED_SIGNATURE) ? AlteredBytes.lastByte(request) : request;
    transaction.executeWithoutResult(
        status -> {
          permits.keep(
              issued.permit().id(), number, issued.permit().expiresAt(), issued.signedPermit());
          exchanges.open(number, inquiry, now, issued.permit().id(), sent);
        });
    sending.send(number, inquiry.provider(), sent, transport);
    return new InquiryOutcome.Sent();
  }
}
