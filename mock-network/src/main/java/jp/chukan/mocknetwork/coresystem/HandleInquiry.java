package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.coresystem.ExchangeDocuments.Issued;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「情報照会」 at the core: who is the person, may the inquirer ask (MS-103), then one permit, one path
 * and one 「提供要求」 to the provider. Every inquiry leaves a record, a refused one as well.
 */
@Component
public final class HandleInquiry {
  private final LinkageCodeMint mint;
  private final PermissionLists lists;
  private final ExchangeDocuments documents;
  private final FaultyDocuments faulty;
  private final Permits permits;
  private final CoreExchanges exchanges;
  private final SendProvisionRequest sending;
  private final DocumentSigner signer;
  private final InstitutionDirectory institutions;
  private final Identifiers identifiers;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  HandleInquiry(
      LinkageCodeMint mint,
      PermissionLists lists,
      ExchangeDocuments documents,
      FaultyDocuments faulty,
      Permits permits,
      CoreExchanges exchanges,
      SendProvisionRequest sending,
      DocumentSigner signer,
      InstitutionDirectory institutions,
      Identifiers identifiers,
      TransactionOperations transaction,
      InstantSource clock) {
    this.mint = mint;
    this.lists = lists;
    this.documents = documents;
    this.faulty = faulty;
    this.permits = permits;
    this.exchanges = exchanges;
    this.sending = sending;
    this.signer = signer;
    this.institutions = institutions;
    this.identifiers = identifiers;
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
    Optional<PersonId> person = mint.reveal(inquiry.subject(), inquiry.inquirer());
    if (person.isEmpty()) {
      return refuse(number, inquiry, now, Refusal.of(ErrorCode.TKY_NOT_PROVIDED));
    }
    Optional<Refusal> refusal = lists.check(inquiry);
    if (refusal.isPresent()) {
      return refuse(number, inquiry, now, refusal.get());
    }
    Issued issued = documents.issue(number, inquiry, now);
    LinkageCode atProvider = mint.mint(person.get(), inquiry.provider());
    byte[] request =
        request(
            number,
            inquiry,
            atProvider,
            faulty.enclose(issued, inquiry, transport.faults(), now),
            now);
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

  private InquiryOutcome refuse(
      ProcessingNumber number, Inquiry inquiry, Instant now, Refusal refusal) {
    exchanges.refusedByCore(number, inquiry, now, refusal.code().id());
    return new InquiryOutcome.Refused(refusal);
  }

  private byte[] request(
      ProcessingNumber number,
      Inquiry inquiry,
      LinkageCode subject,
      Enclosed enclosed,
      Instant now) {
    var header =
        MessageHeader.request(
            identifiers.messageId(),
            ProvisionRequest.TYPE_ID,
            institutions.network().requiredSystem(),
            institutions.platform().requiredSystem());
    var body =
        new ProvisionRequest.Body(
            number,
            inquiry.inquirer(),
            inquiry.provider(),
            inquiry.affair(),
            inquiry.procedure(),
            inquiry.information(),
            subject,
            inquiry.items(),
            null,
            null,
            now,
            enclosed.permit(),
            enclosed.path(),
            enclosed.certificate());
    return signer.sign(XmlMessages.write(new ProvisionRequest(header, body)));
  }
}
