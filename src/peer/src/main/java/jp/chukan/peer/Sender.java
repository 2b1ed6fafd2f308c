package jp.chukan.peer;

import com.helger.mime.CMimeType;
import com.helger.phase4.CAS4;
import com.helger.phase4.attachment.AS4OutgoingAttachment;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.messaging.http.IHttpPoster;
import com.helger.phase4.model.message.MessageHelperMethods;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.sender.AS4Sender;
import com.helger.phase4.sender.EAS4UserMessageSendResult;
import com.helger.phase4.util.Phase4Exception;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends payloads, each as the one attachment of a message, and waits for the receipt. */
final class Sender {
  private final Parties parties;
  private final Deliveries deliveries;
  private final URI receiver;
  private final IHttpPoster poster;
  private final IAS4CryptoFactory crypto;
  private final PMode mode = Protection.processingMode(Parties.SENDER, Parties.RECEIVER);

  Sender(Parties parties, Deliveries deliveries, URI receiver, IHttpPoster poster)
      throws IOException, GeneralSecurityException {
    this.parties = parties;
    this.deliveries = deliveries;
    this.receiver = receiver;
    this.poster = poster;
    this.crypto = parties.senderCrypto();
  }

  /**
   * Sends one message; returns when its receipt is verified.
   *
   * @throws FailedExchangeException otherwise
   */
  void send(byte[] payload) throws FailedExchangeException {
    String id = MessageHelperMethods.createRandomMessageID();
    deliveries.announce(id, payload);
    ReceiptCheck receipt = new ReceiptCheck(parties, id);
    AtomicReference<@Nullable Phase4Exception> cause = new AtomicReference<>();
    EAS4UserMessageSendResult result =
        message(id, payload, receipt).sendMessageAndCheckForReceipt(cause::set);
    if (result.isFailure()) {
      throw new FailedExchangeException(id + ": " + result.getID(), cause.get());
    }
    String defect = receipt.defect();
    if (defect != null) {
      throw new FailedExchangeException(id + ": " + defect, null);
    }
  }

  private AS4Sender.BuilderUserMessage message(String id, byte[] payload, ReceiptCheck receipt) {
    return AS4Sender.builderUserMessage()
        .customHttpPoster(poster)
        .cryptoFactory(crypto)
        .withCryptParams(Protection::applyTo)
        .receiverCertificate(parties.receiverEncryption().certificate())
        .as4ProfileID(Protection.PROFILE)
        .pmode(mode)
        .pmodeID(mode.getID())
        .agreementRef(Protection.AGREEMENT)
        .service(Protection.SERVICE)
        .action(Protection.ACTION)
        .messageID(id)
        .fromPartyID(Parties.SENDER)
        .fromRole(CAS4.DEFAULT_INITIATOR_URL)
        .toPartyID(Parties.RECEIVER)
        .toRole(CAS4.DEFAULT_RESPONDER_URL)
        .endpointURL(receiver.toString())
        .payload(
            AS4OutgoingAttachment.builder()
                .data(payload)
                .mimeType(CMimeType.APPLICATION_OCTET_STREAM))
        .signalMsgConsumer(receipt)
        .signalMsgValidationResultHdl(receipt);
  }
}
