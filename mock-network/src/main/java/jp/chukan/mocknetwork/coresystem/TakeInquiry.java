package jp.chukan.mocknetwork.coresystem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.mocknetwork.connection.KeyRing;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「情報照会」 of a served municipality at the core (MS-21): once for each 「処理通番」, with the network's own
 * record, refused or not. The provider is another served municipality, whose server gets a 「提供要求」,
 * or one that this country plays; one that cannot be reached is silent.
 */
@Component
public final class TakeInquiry {
  private final TakenInquiries inquiries;
  private final InquiryChecks checks;
  private final KeyRing keys;
  private final ExchangeDocuments documents;
  private final ProvisionRequests requests;
  private final Permits permits;
  private final CoreExchanges exchanges;
  private final SendProvisionRequest sending;
  private final ProviderLink providers;
  private final AnswerFaults faults;
  private final InquiryReceipts receipts;
  private final InstitutionDirectory institutions;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private final Duration validity;

  TakeInquiry(
      TakenInquiries inquiries,
      InquiryChecks checks,
      KeyRing keys,
      ExchangeDocuments documents,
      ProvisionRequests requests,
      Permits permits,
      CoreExchanges exchanges,
      SendProvisionRequest sending,
      ProviderLink providers,
      AnswerFaults faults,
      InquiryReceipts receipts,
      InstitutionDirectory institutions,
      TransactionOperations transaction,
      InstantSource clock,
      MockNetworkSettings settings) {
    this.inquiries = inquiries;
    this.checks = checks;
    this.keys = keys;
    this.documents = documents;
    this.requests = requests;
    this.permits = permits;
    this.exchanges = exchanges;
    this.sending = sending;
    this.providers = providers;
    this.faults = faults;
    this.receipts = receipts;
    this.institutions = institutions;
    this.transaction = transaction;
    this.clock = clock;
    this.validity = settings.inquiryPermitValidity();
  }

  /**
   * What became of an inquiry.
   *
   * @param receipt signed receipt
   * @param request signed 「提供要求」 that is to be sent to a server, null when there is none
   */
  private record Taken(byte[] receipt, byte @Nullable [] request) {}

  /**
   * Takes an inquiry; the same content again gets the same receipt and opens no second exchange.
   *
   * @param inquiry as its inquirer signed it
   * @param digest SHA-256 over the XML that was signed
   * @return the signed receipt; with {@link ErrorCode#TKY_REQUEST_CONFLICT} when other content came
   *     under a number that is taken
   */
  public byte[] take(NetworkInquiry inquiry, byte[] digest) {
    Taken taken = Objects.requireNonNull(transaction.execute(status -> takeOnce(inquiry, digest)));
    byte[] request = taken.request();
    if (request != null) {
      NetworkInquiry.Body body = inquiry.body();
      sending.send(body.processingNumber(), body.provider(), request, Transport.PLAIN);
    }
    return taken.receipt();
  }

  private Taken takeOnce(NetworkInquiry inquiry, byte[] digest) {
    ProcessingNumber number = inquiry.body().processingNumber();
    InstitutionCode inquirer = inquiry.body().inquirer();
    Instant now = clock.instant();
    if (!inquiries.claim(number, inquirer, digest, now)) {
      return inquiries
          .receipt(number, inquirer, digest)
          .map(receipt -> new Taken(receipt, null))
          .orElseGet(() -> conflict(inquiry, digest, now));
    }
    if (exchanges.find(number).isPresent()) {
      // the number of an inquirer of this country, hit by chance or on purpose
      Taken conflict = conflict(inquiry, digest, now);
      inquiries.keep(number, conflict.receipt(), null);
      return conflict;
    }
    return decide(inquiry, digest, now);
  }

  private Taken conflict(NetworkInquiry inquiry, byte[] digest, Instant now) {
    return new Taken(receipts.signed(inquiry, digest, now, ErrorCode.TKY_REQUEST_CONFLICT), null);
  }

  private Taken decide(NetworkInquiry message, byte[] digest, Instant now) {
    Inquiry inquiry = inquiry(message.body());
    return switch (checks.check(inquiry)) {
      case InquiryChecks.Result.Refused(var refusal) ->
          refuse(message, inquiry, digest, now, refusal);
      case InquiryChecks.Result.Permitted(var atProvider) -> {
        byte[] certificate = message.body().inquirerCertificate();
        Optional<InquirerKey> key = key(certificate, inquiry.inquirer());
        yield key.isEmpty()
            ? refuse(message, inquiry, digest, now, Refusal.of(ErrorCode.TKY_KEY_UNSUITABLE))
            : open(message, inquiry, digest, atProvider, key.get(), now);
      }
    };
  }

  private static Inquiry inquiry(NetworkInquiry.Body body) {
    return new Inquiry(
        body.inquirer(),
        body.provider(),
        body.affair(),
        body.procedure(),
        body.information(),
        body.linkageCode(),
        body.requestedItems(),
        body.periodFrom(),
        body.periodTo());
  }

  private Optional<InquirerKey> key(byte[] certificate, InstitutionCode inquirer) {
    try {
      RecipientCertificate recipient = keys.recipient(certificate, inquirer);
      return Optional.of(
          new InquirerKey(
              recipient.keyId(), KeyRing.profileFor(recipient.profiles()).id(), certificate));
    } catch (InvalidInputException unsuitable) {
      return Optional.empty();
    }
  }

  private Taken refuse(
      NetworkInquiry message, Inquiry inquiry, byte[] digest, Instant now, Refusal refusal) {
    ProcessingNumber number = message.body().processingNumber();
    exchanges.refusedByCore(number, inquiry, now, refusal.code().id());
    byte[] receipt = receipts.signed(message, digest, now, refusal.code());
    inquiries.keep(number, receipt, null);
    return new Taken(receipt, null);
  }

  private Taken open(
      NetworkInquiry message,
      Inquiry inquiry,
      byte[] digest,
      LinkageCode atProvider,
      InquirerKey key,
      Instant now) {
    ProcessingNumber number = message.body().processingNumber();
    var issued = documents.issue(number, inquiry, key, validity, now);
    byte[] request =
        institutions.isServed(inquiry.provider())
            ? requests.signed(number, inquiry, atProvider, Enclosed.of(issued), now)
            : null;
    permits.keep(issued.permit().id(), number, issued.permit().expiresAt(), issued.signedPermit());
    exchanges.open(number, inquiry, now, issued.permit().id(), request);
    if (institutions.has(inquiry.provider(), InstitutionRole.PROVIDER)) {
      providers.receive(
          new ProviderLink.Request(
              issued.permit(),
              atProvider,
              inquiry.items(),
              inquiry.periodFrom(),
              inquiry.periodTo(),
              key.certificate(),
              faults.next()));
    }
    byte[] receipt = receipts.signed(message, digest, now, null);
    inquiries.keep(number, receipt, issued.signedPath());
    return new Taken(receipt, request);
  }
}
