package jp.chukan.mocknetwork.coresystem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.mocknetwork.connection.KeyRing;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.springframework.stereotype.Component;

/** Issues what an exchange needs at the provider: permit, path and the inquirer's certificate. */
@Component
final class ExchangeDocuments {
  private final KeyRing keys;
  private final InstitutionDirectory institutions;
  private final DocumentSigner signer;
  private final Identifiers identifiers;
  private final Duration validity;

  ExchangeDocuments(
      KeyRing keys,
      InstitutionDirectory institutions,
      DocumentSigner signer,
      Identifiers identifiers,
      MockNetworkSettings settings) {
    this.keys = keys;
    this.institutions = institutions;
    this.signer = signer;
    this.identifiers = identifiers;
    this.validity = settings.permitValidity();
  }

  /**
   * The documents of one exchange.
   *
   * @param permit content of the permit
   * @param path content of the path
   * @param signedPermit 「情報提供許可証」
   * @param signedPath 「経路情報」
   * @param certificate certificate of the inquirer's encryption key
   */
  record Issued(
      ProvisionPermit permit,
      InquirerPath path,
      byte[] signedPermit,
      byte[] signedPath,
      byte[] certificate) {}

  /** For an inquirer of this country, whose key is known here. */
  Issued issue(ProcessingNumber number, Inquiry inquiry, Instant now) {
    return issue(
        number,
        inquiry,
        new InquirerKey(
            keys.encryptionKeyId(inquiry.inquirer()),
            keys.profileId(inquiry.inquirer()),
            keys.encryptionCertificate(inquiry.inquirer())),
        validity,
        now);
  }

  /** For an inquirer that brought the certificate of its key along. */
  Issued issue(
      ProcessingNumber number, Inquiry inquiry, InquirerKey key, Duration validity, Instant now) {
    ProvisionPermit permit =
        permit(
            identifiers.permitId(),
            number,
            inquiry,
            inquiry.inquirer(),
            key.keyId(),
            key.profileId(),
            now,
            now.plus(validity));
    InquirerPath path = path(number, inquiry.inquirer(), permit.expiresAt());
    return new Issued(permit, path, sign(permit), sign(path), key.certificate());
  }

  ProvisionPermit permit(
      PermitId id,
      ProcessingNumber number,
      Inquiry inquiry,
      InstitutionCode inquirer,
      String keyId,
      String profileId,
      Instant issuedAt) {
    return permit(
        id, number, inquiry, inquirer, keyId, profileId, issuedAt, issuedAt.plus(validity));
  }

  private ProvisionPermit permit(
      PermitId id,
      ProcessingNumber number,
      Inquiry inquiry,
      InstitutionCode inquirer,
      String keyId,
      String profileId,
      Instant issuedAt,
      Instant expiresAt) {
    return new ProvisionPermit(
        id,
        number,
        inquirer,
        inquiry.provider(),
        inquiry.affair(),
        inquiry.procedure(),
        inquiry.information(),
        keyId,
        profileId,
        issuedAt,
        expiresAt);
  }

  /** The way back: through the interface system to the inquirer. */
  InquirerPath path(ProcessingNumber number, InstitutionCode inquirer, Instant expiresAt) {
    return new InquirerPath(
        identifiers.pathId(), number, List.of(institutions.network().code(), inquirer), expiresAt);
  }

  byte[] sign(ProvisionPermit permit) {
    return signer.sign(XmlDocuments.write(permit));
  }

  byte[] sign(InquirerPath path) {
    return signer.sign(XmlDocuments.write(path));
  }
}
