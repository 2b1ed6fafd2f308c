package jp.chukan.gateway.permit;

import java.time.Instant;
import java.util.Optional;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.ProvisionRequest;

/** A 「情報提供許可証」 that the network has signed; says nothing yet about when and for what it is. */
public final class VerifiedProvisionPermit {
  private final ProvisionPermit permit;

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the document is not a permit
   */
  VerifiedProvisionPermit(VerifiedDocument document) {
    this.permit = XmlDocuments.read(ProvisionPermit.class, document.content());
  }

  public PermitId id() {
    return permit.id();
  }

  public Instant expiresAt() {
    return permit.expiresAt();
  }

  boolean isValidAt(Instant instant) {
    return !instant.isBefore(permit.issuedAt()) && instant.isBefore(permit.expiresAt());
  }

  /** Whether everything that a permit and a request both name is the same in both (MS-04). */
  boolean isFor(ProvisionRequest.Body request) {
    return permit.processingNumber().equals(request.processingNumber())
        && permit.inquirer().equals(request.inquirer())
        && permit.provider().equals(request.provider())
        && permit.affair().equals(request.affair())
        && permit.procedure().equals(request.procedure())
        && permit.information().equals(request.information());
  }

  Optional<CryptoProfile> profile() {
    return CryptoProfile.ofId(permit.profileId());
  }

  boolean isForKey(RecipientCertificate recipient) {
    return permit.keyId().equals(recipient.keyId());
  }

  /** What ties the envelope to this permit; the envelope ends with the permit. */
  EnvelopeBinding binding() {
    return new EnvelopeBinding(
        permit.processingNumber(),
        permit.id(),
        permit.inquirer(),
        permit.keyId(),
        permit.profileId(),
        permit.expiresAt());
  }

  @Override
  public String toString() {
    return "VerifiedProvisionPermit[" + permit.id() + "]";
  }
}
