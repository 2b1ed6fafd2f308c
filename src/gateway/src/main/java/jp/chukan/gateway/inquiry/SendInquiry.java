package jp.chukan.gateway.inquiry;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.InstitutionDecryptionKeys;
import jp.chukan.gateway.crypto.InstitutionSigners;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.linkagecode.LinkageCodes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the message by which an accepted inquiry leaves (MS-21). Only its 「処理通番」 waits on the
 * queue: whom it is about is read at the last moment, and nothing personal lies in the broker
 * (MS-41).
 *
 * <p>What is signed depends on what is stored alone. When the process dies between sending and
 * {@link KeepInquiryReceipt}, the repetition has the same content and the network, which knows it
 * by number and digest, opens no second exchange.
 */
@Component("sendInquiry")
public final class SendInquiry {
  private static final Logger log = LoggerFactory.getLogger(SendInquiry.class);

  private final InstitutionTransactions transactions;
  private final OpenInquiries inquiries;
  private final LinkageCodes linkageCodes;
  private final InstitutionSigners signers;
  private final InstitutionDecryptionKeys decryptionKeys;
  private final InstantSource clock;
  private final SystemIdentifier server;
  private final SystemIdentifier network;

  SendInquiry(
      InstitutionTransactions transactions,
      OpenInquiries inquiries,
      LinkageCodes linkageCodes,
      InstitutionSigners signers,
      InstitutionDecryptionKeys decryptionKeys,
      InstantSource clock,
      @Value("${chukan.system}") String server,
      @Value("${chukan.network.system}") String network) {
    this.transactions = transactions;
    this.inquiries = inquiries;
    this.linkageCodes = linkageCodes;
    this.signers = signers;
    this.decryptionKeys = decryptionKeys;
    this.clock = clock;
    this.server = new SystemIdentifier(server);
    this.network = new SystemIdentifier(network);
  }

  /**
   * Makes the message; changes nothing, so that it may be made again.
   *
   * @return null when there is nothing to send: sent or ended before, or its time is over
   */
  public @Nullable OutgoingInquiry prepare(InstitutionCode institution, ProcessingNumber number) {
    byte[] xml = transactions.within(institution, () -> message(institution, number)).orElse(null);
    if (xml == null) {
      log.info("inquiry {} is not to be sent any more", number);
      return null;
    }
    return new OutgoingInquiry(signers.of(institution).sign(xml), Sha256.of(xml));
  }

  private Optional<byte[]> message(InstitutionCode institution, ProcessingNumber number) {
    return inquiries.find(institution, number) instanceof StoredInquiry.Open(OpenInquiry inquiry)
            && inquiry.state() == InquiryState.ACCEPTED
            // what is overdue is left to ExpireInquiries
            && !inquiry.isOverdueAt(clock.instant())
        ? Optional.of(XmlMessages.write(message(inquiry)))
        : Optional.empty();
  }

  private NetworkInquiry message(OpenInquiry inquiry) {
    LinkageCode person =
        linkageCodes
            .find(inquiry.addressee())
            .orElseThrow(() -> new IllegalStateException("a 符号 that was there is gone"));
    return new NetworkInquiry(
        MessageHeader.request(
            new MessageId(inquiry.number().value()), NetworkInquiry.TYPE_ID, server, network),
        new NetworkInquiry.Body(
            inquiry.number(),
            inquiry.institution(),
            inquiry.provider(),
            inquiry.affair(),
            inquiry.procedure(),
            inquiry.information(),
            person,
            inquiry.items(),
            inquiry.delegatingInquirer(),
            inquiry.delegatingProvider(),
            inquiry.nonDisclosure(),
            inquiry.periodFrom(),
            inquiry.periodTo(),
            inquiry.receivedAt(),
            der(answerKey(inquiry).certificate())));
  }

  /** The one that was in use when the inquiry was taken, unless it was taken away since. */
  private DecryptionKey answerKey(OpenInquiry inquiry) {
    return Optional.ofNullable(inquiry.answerKeyId())
        .flatMap(keyId -> decryptionKeys.find(inquiry.institution(), keyId))
        .orElseGet(() -> decryptionKeys.inUse(inquiry.institution()));
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("the certificate was read from such bytes", e);
    }
  }
}
