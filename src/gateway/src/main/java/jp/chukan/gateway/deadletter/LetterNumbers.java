package jp.chukan.gateway.deadletter;

import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.contract.message.XmlMessages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds out to which exchange a dead letter belongs, so that people can ask for it by number. */
@Component
final class LetterNumbers {
  private final DocumentVerifier verifier;
  private final InstitutionCode network;

  LetterNumbers(DocumentVerifier verifier, @Value("${chukan.network.institution}") String network) {
    this.verifier = verifier;
    this.network = new InstitutionCode(network);
  }

  /** Empty where nothing can be believed, or where several exchanges are spoken of. */
  Optional<ProcessingNumber> of(DyingMessage message) {
    if (message.number() != null) {
      return Optional.of(message.number());
    }
    try {
      return switch (message.kind()) {
        case PROVISION_REQUEST ->
            Optional.of(
                XmlMessages.read(ProvisionRequest.class, content(message))
                    .body()
                    .processingNumber());
        case INQUIRY_ANSWER ->
            Optional.of(
                XmlMessages.read(InquiryAnswer.class, content(message)).body().processingNumber());
        case LINKAGE_CODE_NOTICE, INQUIRY, ANSWER -> Optional.empty();
      };
    } catch (InvalidInputException unreadable) {
      return Optional.empty();
    }
  }

  private byte[] content(DyingMessage message) {
    return verifier.verify(new RawSignedDocument(message.body()), network).content();
  }
}
