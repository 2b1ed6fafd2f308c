package jp.chukan.gateway.linkagecode;

import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.LinkageCodeNotice;
import jp.chukan.contract.message.XmlMessages;
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
 * Binds each arriving 「符号」 to the 「団体内統合宛名番号」 for which its 「処理通番」 was given (MS-30, MS-34). The
 * same again changes nothing.
 *
 * <p>A message that can never be right is recorded as refused and is done with; the broker need not
 * bring it again. Only a fault of this side is thrown, so that the broker does.
 *
 * <ul>
 *   <li>{@code SCM-02xx} not signed by the network
 *   <li>{@code SYM-01xx} signed, but not such a message
 *   <li>{@link ErrorCode#SYM_DESTINATION} for another institution than the queue's
 * </ul>
 *
 * <p>Notice by notice, while the others go on:
 *
 * <ul>
 *   <li>{@link ErrorCode#FGU_UNKNOWN_PROCESSING_NUMBER} nobody of this institution was given it
 *   <li>{@link ErrorCode#FGU_CODE_CONFLICT} the person has another code, or the code another person
 * </ul>
 */
@Component
final class BindLinkageCodes {
  private static final Logger log = LoggerFactory.getLogger(BindLinkageCodes.class);

  private final DocumentVerifier verifier;
  private final LinkageCodeBindings bindings;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final InstantSource clock;
  private final InstitutionCode network;
  private final SystemIdentifier server;

  BindLinkageCodes(
      DocumentVerifier verifier,
      LinkageCodeBindings bindings,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      InstantSource clock,
      @Value("${chukan.network.institution}") String network,
      @Value("${chukan.system}") String server) {
    this.verifier = verifier;
    this.bindings = bindings;
    this.transactions = transactions;
    this.communications = communications;
    this.clock = clock;
    this.network = new InstitutionCode(network);
    this.server = new SystemIdentifier(server);
  }

  /**
   * @param institution whose queue the message lay in
   * @param signed CMS SignedData (DER) over {@link LinkageCodeNotice}
   */
  void bind(InstitutionCode institution, byte[] signed) {
    LinkageCodeNotice notice;
    try {
      VerifiedDocument document = verifier.verify(new RawSignedDocument(signed), network);
      notice = XmlMessages.read(LinkageCodeNotice.class, document.content());
      checkDestination(institution, notice);
    } catch (InvalidInputException e) {
      refuse(institution, e.refusal().code());
      return;
    }
    transactions.run(
        institution,
        () -> {
          List<NoticeOutcome> outcomes =
              bindings.bind(institution, notice.body().notices(), clock.instant());
          communications.append(
              outcomes.stream().map(outcome -> received(institution, outcome)).toList());
        });
  }

  private void checkDestination(InstitutionCode institution, LinkageCodeNotice notice) {
    if (!notice.body().institution().equals(institution)) {
      throw InvalidInputException.at(ErrorCode.SYM_DESTINATION, "InstitutionCode");
    }
    if (!notice.header().destination().equals(server)) {
      throw InvalidInputException.at(ErrorCode.SYM_DESTINATION, "DestinationSystemID");
    }
  }

  private void refuse(InstitutionCode institution, ErrorCode code) {
    log.warn("linkage code notice for {} refused: {}", institution, code.id());
    transactions.run(institution, () -> communications.append(received(institution, null, code)));
  }

  private Communication received(InstitutionCode institution, NoticeOutcome outcome) {
    ErrorCode code =
        switch (outcome) {
          case NoticeOutcome.Bound bound -> null;
          case NoticeOutcome.Refused refused -> refused.code();
        };
    return received(institution, outcome.number().value(), code);
  }

  private Communication received(
      InstitutionCode institution, @Nullable String number, @Nullable ErrorCode code) {
    return new Communication(
        institution,
        Direction.RECEIVED,
        network,
        LinkageCodeNotice.TYPE_ID,
        number,
        code,
        clock.instant());
  }
}
