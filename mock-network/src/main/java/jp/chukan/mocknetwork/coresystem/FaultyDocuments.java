package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.connection.KeyRing;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.coresystem.ExchangeDocuments.Issued;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.springframework.stereotype.Component;

/** Puts the faults on demand into the documents of an exchange. */
@Component
final class FaultyDocuments {
  private final ExchangeDocuments documents;
  private final Permits permits;
  private final KeyRing keys;
  private final InstitutionDirectory institutions;
  private final Identifiers identifiers;
  private final MockNetworkSettings settings;

  FaultyDocuments(
      ExchangeDocuments documents,
      Permits permits,
      KeyRing keys,
      InstitutionDirectory institutions,
      Identifiers identifiers,
      MockNetworkSettings settings) {
    this.documents = documents;
    this.permits = permits;
    this.keys = keys;
    this.institutions = institutions;
    this.identifiers = identifiers;
    this.settings = settings;
  }

  Enclosed enclose(Issued issued, Inquiry inquiry, Set<ExchangeFault> faults, Instant now) {
    Enclosed enclosed = Enclosed.of(issued);
    for (ExchangeFault fault : faults) {
      enclosed = spoil(enclosed, issued, inquiry, fault, now);
    }
    return enclosed;
  }

  private Enclosed spoil(
      Enclosed enclosed, Issued issued, Inquiry inquiry, ExchangeFault fault, Instant now) {
    return switch (fault) {
      case EXPIRED_PERMIT -> {
        Instant longAgo = now.minus(settings.permitValidity().multipliedBy(2));
        yield enclosed.withPermit(permit(issued, inquiry, issued.permit().keyId(), longAgo));
      }
      case TAMPERED_PERMIT ->
          enclosed.withPermit(AlteredBytes.digitAfter(issued.signedPermit(), "xpiresAt>20"));
      case FOREIGN_PERMIT -> enclosed.withPermit(foreignPermit(inquiry, now));
      case REPLAYED_PERMIT -> enclosed.withPermit(used(inquiry, now).document());
      case REUSED_PERMIT_ID -> enclosed.withPermit(permitWithUsedId(issued, inquiry, now));
      case MISSING_PERMIT -> enclosed.withPermit(null);
      case MISMATCHED_PATH -> enclosed.withPath(pathToAnother(issued, inquiry));
      case MISSING_PATH -> enclosed.withPath(null);
      case WRONG_KEY ->
          enclosed.withCertificate(keys.encryptionCertificate(otherThan(inquiry.inquirer())));
      case UNSUITABLE_KEY ->
          enclosed
              .withPermit(permit(issued, inquiry, keys.networkKeyId(), now))
              .withCertificate(keys.networkCertificate());
      case MISSING_KEY -> enclosed.withCertificate(null);
      case FORGED_SIGNATURE, DELAY, DROPPED_CONNECTION, REORDER -> enclosed;
    };
  }

  private byte[] foreignPermit(Inquiry inquiry, Instant now) {
    InstitutionCode other = otherThan(inquiry.inquirer());
    return documents.sign(
        documents.permit(
            identifiers.permitId(),
            identifiers.processingNumber(),
            inquiry,
            other,
            keys.encryptionKeyId(other),
            keys.profileId(other),
            now));
  }

  private byte[] permitWithUsedId(Issued issued, Inquiry inquiry, Instant now) {
    return documents.sign(
        documents.permit(
            used(inquiry, now).id(),
            issued.permit().processingNumber(),
            inquiry,
            inquiry.inquirer(),
            issued.permit().keyId(),
            issued.permit().profileId(),
            now));
  }

  private byte[] pathToAnother(Issued issued, Inquiry inquiry) {
    return documents.sign(
        documents.path(
            issued.path().processingNumber(),
            otherThan(inquiry.inquirer()),
            issued.path().expiresAt()));
  }

  private byte[] permit(Issued issued, Inquiry inquiry, String keyId, Instant issuedAt) {
    return documents.sign(
        documents.permit(
            issued.permit().id(),
            issued.permit().processingNumber(),
            inquiry,
            inquiry.inquirer(),
            keyId,
            issued.permit().profileId(),
            issuedAt));
  }

  private Permits.Used used(Inquiry inquiry, Instant now) {
    return permits
        .lastUsed(inquiry, now)
        .orElseThrow(
            () -> new NothingToReplayException("no permit of these parties has served yet"));
  }

  private InstitutionCode otherThan(InstitutionCode inquirer) {
    return institutions.withRole(InstitutionRole.INQUIRER).stream()
        .map(Institution::code)
        .filter(code -> !code.equals(inquirer))
        .findFirst()
        .orElseThrow();
  }
}
