package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.springframework.stereotype.Component;

/** Writes 「提供要求」, signed by the network. */
@Component
final class ProvisionRequests {
  private final DocumentSigner signer;
  private final InstitutionDirectory institutions;
  private final Identifiers identifiers;

  ProvisionRequests(
      DocumentSigner signer, InstitutionDirectory institutions, Identifiers identifiers) {
    this.signer = signer;
    this.institutions = institutions;
    this.identifiers = identifiers;
  }

  byte[] signed(
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
            inquiry.periodFrom(),
            inquiry.periodTo(),
            now,
            enclosed.permit(),
            enclosed.path(),
            enclosed.certificate());
    return signer.sign(XmlMessages.write(new ProvisionRequest(header, body)));
  }
}
