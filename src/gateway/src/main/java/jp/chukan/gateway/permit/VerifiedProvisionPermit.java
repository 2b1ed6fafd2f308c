package jp.chukan.gateway.permit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.XmlDocuments;

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

  /** Whether everything that it says of its exchange is so (MS-04). */
  boolean isFor(ExchangeFacts exchange) {
    return exchange.equals(
        new ExchangeFacts(
            permit.processingNumber(),
            permit.inquirer(),
            permit.provider(),
            permit.affair(),
            permit.procedure(),
            permit.information()));
  }

  Optional<CryptoProfile> profile() {
    return CryptoProfile.ofId(permit.profileId());
  }

  /** Whether it asks for the strongest of what the key is for and what is allowed. */
  boolean isOfStrongest(Set<CryptoProfile> ofKey, Set<CryptoProfile> allowed) {
    return profile().isPresent() && CryptoProfile.strongest(ofKey, allowed).equals(profile());
  }

  boolean isForKey(String keyId) {
    return permit.keyId().equals(keyId);
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
