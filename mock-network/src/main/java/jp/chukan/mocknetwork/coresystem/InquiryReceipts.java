package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.NetworkInquiryReceipt;
import jp.chukan.contract.message.XmlMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what a served municipality gets for its inquiry at once, signed by the network. */
@Component
final class InquiryReceipts {
  private final DocumentSigner signer;
  private final Identifiers identifiers;

  InquiryReceipts(DocumentSigner signer, Identifiers identifiers) {
    this.signer = signer;
    this.identifiers = identifiers;
  }

  /**
   * @param code why the core refused, null when it took the inquiry over
   */
  byte[] signed(NetworkInquiry inquiry, byte[] digest, Instant at, @Nullable ErrorCode code) {
    var header =
        inquiry
            .header()
            .answer(
                identifiers.messageId(),
                NetworkInquiryReceipt.TYPE_ID,
                null,
                code == null ? MessageHeader.ACCEPTED : MessageHeader.REFUSED);
    var body =
        new NetworkInquiryReceipt.Body(
            inquiry.body().processingNumber(), digest, at, code == null ? null : code.id());
    return signer.sign(XmlMessages.write(new NetworkInquiryReceipt(header, body)));
  }
}
