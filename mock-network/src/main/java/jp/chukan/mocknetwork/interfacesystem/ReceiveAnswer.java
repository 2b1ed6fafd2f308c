package jp.chukan.mocknetwork.interfacesystem;

import java.time.InstantSource;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.ProvisionReceipt;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.coresystem.Identifiers;
import jp.chukan.mocknetwork.coresystem.TakeAnswer;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.springframework.stereotype.Component;

/**
 * An answer arrives: its signature is verified, the core takes it over, a signed receipt goes back.
 */
@Component
final class ReceiveAnswer {
  private final DocumentVerifier verifier;
  private final TakeAnswer core;
  private final DocumentSigner signer;
  private final Identifiers identifiers;
  private final InstantSource clock;
  private final Set<InstitutionCode> providers;

  ReceiveAnswer(
      DocumentVerifier verifier,
      TakeAnswer core,
      DocumentSigner signer,
      Identifiers identifiers,
      InstantSource clock,
      InstitutionDirectory institutions) {
    this.verifier = verifier;
    this.core = core;
    this.signer = signer;
    this.identifiers = identifiers;
    this.clock = clock;
    this.providers = institutions.codes(InstitutionRole.SERVED);
  }

  byte[] receive(RawSignedDocument raw) {
    VerifiedDocument verified = verifier.verify(raw, providers);
    ProvisionAnswer answer = XmlMessages.read(ProvisionAnswer.class, verified.content());
    byte[] digest = core.take(verified.signer(), answer.body(), raw.bytes());
    var receipt =
        new ProvisionReceipt(
            answer
                .header()
                .answer(
                    identifiers.messageId(),
                    ProvisionReceipt.TYPE_ID,
                    null,
                    MessageHeader.ACCEPTED),
            new ProvisionReceipt.Body(answer.body().processingNumber(), digest, clock.instant()));
    return signer.sign(XmlMessages.write(receipt));
  }
}
