package jp.chukan.gateway.inquiry;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.NetworkInquiryReceipt;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.inquiry.InquiryOutcome.Declined;
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
 * Keeps the network's receipt of an inquiry: it has taken it over, or it refuses it, which ends the
 * inquiry (MS-78). Both directions are logged (JN-02). A receipt that proves nothing is thrown, so
 * that the inquiry goes out again; the network takes it once.
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_SIGNATURE}, {@link ErrorCode#SCM_CERTIFICATE}, {@link
 *       ErrorCode#SCM_ALGORITHM} the network did not sign it as it is (JN-27)
 *   <li>any {@code SYM} code: signed, but not a receipt
 *   <li>{@link ErrorCode#SKI_RECEIPT_MISMATCH} about another inquiry, or one with other content
 * </ul>
 */
@Component("keepInquiryReceipt")
public final class KeepInquiryReceipt {
  private static final Logger log = LoggerFactory.getLogger(KeepInquiryReceipt.class);

  private final InstitutionTransactions transactions;
  private final DocumentVerifier verifier;
  private final OpenInquiries inquiries;
  private final ConcludeInquiries conclusions;
  private final CommunicationLog communications;
  private final InstantSource clock;
  private final InstitutionCode network;

  KeepInquiryReceipt(
      InstitutionTransactions transactions,
      DocumentVerifier verifier,
      OpenInquiries inquiries,
      ConcludeInquiries conclusions,
      CommunicationLog communications,
      InstantSource clock,
      @Value("${chukan.network.institution}") String network) {
    this.transactions = transactions;
    this.verifier = verifier;
    this.inquiries = inquiries;
    this.conclusions = conclusions;
    this.communications = communications;
    this.clock = clock;
    this.network = new InstitutionCode(network);
  }

  /**
   * Keeps the receipt; the same once more changes nothing.
   *
   * @param institution who asked
   * @param number the exchange
   * @param digest SHA-256 over the XML of the inquiry as it was sent
   * @param signedReceipt CMS SignedData (DER) over a {@link NetworkInquiryReceipt}
   * @throws InvalidInputException with one of the codes above
   */
  public void keep(
      InstitutionCode institution, ProcessingNumber number, byte[] digest, byte[] signedReceipt) {
    NetworkInquiryReceipt.Body receipt =
        XmlMessages.read(
                NetworkInquiryReceipt.class,
                verifier.verify(new RawSignedDocument(signedReceipt), network).content())
            .body();
    if (!receipt.processingNumber().equals(number)
        || !MessageDigest.isEqual(receipt.inquiryDigest(), digest)) {
      throw InvalidInputException.of(ErrorCode.SKI_RECEIPT_MISMATCH);
    }
    transactions.run(institution, () -> store(institution, number, receipt.errorCode()));
  }

  private void store(
      InstitutionCode institution, ProcessingNumber number, @Nullable String errorCode) {
    Instant now = clock.instant();
    Declined declined = errorCode == null ? null : Declined.of(errorCode, null);
    if (declined != null
        && inquiries.lock(institution, number) instanceof StoredInquiry.Open(OpenInquiry inquiry)) {
      conclusions.conclude(inquiry, declined, null, now);
      log.info("inquiry {} refused by the network: {}", number, declined.code().id());
    }
    if (inquiries.markSent(institution, number, now)) {
      communications.append(
          communication(institution, Direction.SENT, NetworkInquiry.TYPE_ID, number, null, now));
      communications.append(
          communication(
              institution,
              Direction.RECEIVED,
              NetworkInquiryReceipt.TYPE_ID,
              number,
              declined == null ? null : declined.code(),
              now));
    }
  }

  private Communication communication(
      InstitutionCode institution,
      Direction direction,
      String messageType,
      ProcessingNumber number,
      @Nullable ErrorCode error,
      Instant at) {
    return new Communication(
        institution, direction, network, messageType, number.value(), error, at);
  }
}
