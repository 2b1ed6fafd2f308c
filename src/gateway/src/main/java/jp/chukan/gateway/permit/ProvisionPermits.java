package jp.chukan.gateway.permit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.crypto.AllowedProfiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Proves that a 「提供要求」 may be answered: its 「情報提供許可証」, 「経路情報」 and key are the network's and name
 * this very exchange (MS-03, MS-04, MS-40). Refuses, in this order:
 *
 * <ul>
 *   <li>{@link ErrorCode#TKY_PERMIT_MISSING} permit or path did not come
 *   <li>{@link ErrorCode#TKY_PERMIT_SIGNATURE} the network did not sign permit or path as they are
 *   <li>{@link ErrorCode#TKY_PERMIT_EXPIRED} permit not valid at this instant, or path past its
 *       time
 *   <li>{@link ErrorCode#TKY_PERMIT_REPLAYED} permit has served before
 *   <li>{@link ErrorCode#TKY_PERMIT_FOREIGN} permit is for another exchange, or no permit at all
 *   <li>{@link ErrorCode#SCM_ALGORITHM} permit asks for a profile that is not allowed here
 *   <li>{@link ErrorCode#TKY_PATH_MISMATCH} path is for another exchange or leads elsewhere
 *   <li>{@link ErrorCode#TKY_KEY_UNSUITABLE} key missing, unfit, of another inquirer, or not the
 *       one that the permit names, or not for the profile that it asks for
 *   <li>{@link ErrorCode#TKY_PROFILE_WEAKER} key is for a stronger profile, and it is allowed here
 * </ul>
 */
@Component
public final class ProvisionPermits {
  private final DocumentVerifier verifier;
  private final TrustAnchors anchors;
  private final UsedPermits used;
  private final AllowedProfiles profiles;
  private final InstitutionCode network;

  ProvisionPermits(
      DocumentVerifier verifier,
      TrustAnchors anchors,
      UsedPermits used,
      AllowedProfiles profiles,
      @Value("${chukan.network.institution}") String network) {
    this.verifier = verifier;
    this.anchors = anchors;
    this.used = used;
    this.profiles = profiles;
    this.network = new InstitutionCode(network);
  }

  /**
   * Proves it, and uses the permit up, in the open transaction of the provider.
   *
   * @param at the instant at which everything must be valid
   * @throws InvalidInputException with one of the codes above; then the permit is not used up
   */
  public PermittedExchange verify(ProvisionRequest.Body request, Instant at) {
    VerifiedProvisionPermit permit = permitShown(request, at);
    PermittedExchange exchange = exchange(permit, request, at);
    if (!used.use(request.provider(), permit, request.processingNumber(), at)) {
      throw InvalidInputException.of(ErrorCode.TKY_PERMIT_REPLAYED);
    }
    return exchange;
  }

  /**
   * Proves it once more for a request that was held since: everything must be valid at this
   * instant, and the permit must have served for this very request.
   *
   * @throws InvalidInputException with one of the codes above
   */
  public PermittedExchange verifyAgain(ProvisionRequest.Body request, Instant at) {
    VerifiedProvisionPermit permit = permitShown(request, at);
    PermittedExchange exchange = exchange(permit, request, at);
    if (!used.isUsedFor(request.provider(), permit.id(), request.processingNumber())) {
      throw InvalidInputException.of(ErrorCode.TKY_PERMIT_REPLAYED);
    }
    return exchange;
  }

  private VerifiedProvisionPermit permitShown(ProvisionRequest.Body request, Instant at) {
    byte[] permitBytes = request.permit();
    if (permitBytes == null || request.path() == null) {
      throw InvalidInputException.of(ErrorCode.TKY_PERMIT_MISSING);
    }
    return permit(new RawProvisionPermit(new RawSignedDocument(permitBytes)), request, at);
  }

  private PermittedExchange exchange(
      VerifiedProvisionPermit permit, ProvisionRequest.Body request, Instant at) {
    byte[] pathBytes = Objects.requireNonNull(request.path());
    VerifiedInquirerPath path =
        path(new RawInquirerPath(new RawSignedDocument(pathBytes)), request, at);
    return new PermittedExchange(permit, path, key(request, permit, at));
  }

  private VerifiedProvisionPermit permit(
      RawProvisionPermit raw, ProvisionRequest.Body request, Instant at) {
    VerifiedProvisionPermit permit =
        verified(() -> raw.verify(verifier, network), ErrorCode.TKY_PERMIT_FOREIGN);
    if (!permit.isValidAt(at)) {
      throw InvalidInputException.of(ErrorCode.TKY_PERMIT_EXPIRED);
    }
    if (!permit.isFor(ExchangeFacts.of(request))) {
      // One that has served is a replay; told apart here, so that it is not used up by a stranger.
      throw InvalidInputException.of(
          used.isUsed(request.provider(), permit.id())
              ? ErrorCode.TKY_PERMIT_REPLAYED
              : ErrorCode.TKY_PERMIT_FOREIGN);
    }
    if (permit.profile().filter(profiles.now()::contains).isEmpty()) {
      throw InvalidInputException.of(ErrorCode.SCM_ALGORITHM);
    }
    return permit;
  }

  private VerifiedInquirerPath path(
      RawInquirerPath raw, ProvisionRequest.Body request, Instant at) {
    VerifiedInquirerPath path =
        verified(() -> raw.verify(verifier, network), ErrorCode.TKY_PATH_MISMATCH);
    if (!path.isValidAt(at)) {
      throw InvalidInputException.of(ErrorCode.TKY_PERMIT_EXPIRED);
    }
    if (!path.isFor(ExchangeFacts.of(request), network)) {
      throw InvalidInputException.of(ErrorCode.TKY_PATH_MISMATCH);
    }
    return path;
  }

  private RecipientCertificate key(
      ProvisionRequest.Body request, VerifiedProvisionPermit permit, Instant at) {
    byte[] certificate = request.inquirerCertificate();
    if (certificate == null) {
      throw InvalidInputException.of(ErrorCode.TKY_KEY_UNSUITABLE);
    }
    RecipientCertificate recipient =
        RecipientCertificate.verify(
            certificate, request.inquirer(), anchors, InstantSource.fixed(at));
    if (!permit.isForKey(recipient.keyId())
        || permit.profile().filter(recipient.profiles()::contains).isEmpty()) {
      throw InvalidInputException.of(ErrorCode.TKY_KEY_UNSUITABLE);
    }
    if (!permit.isOfStrongest(recipient.profiles(), profiles.now())) {
      throw InvalidInputException.of(ErrorCode.TKY_PROFILE_WEAKER);
    }
    return recipient;
  }

  /**
   * Verifies a document of the network. Whatever breaks in its signature is one refusal; signed by
   * the network but another kind of document is the other.
   */
  private static <T> T verified(Supplier<T> verification, ErrorCode anotherDocument) {
    try {
      return verification.get();
    } catch (InvalidInputException e) {
      ErrorCode code =
          switch (e.refusal().code()) {
            case SCM_SIGNATURE,
                SCM_ALGORITHM,
                SCM_CERTIFICATE,
                SCM_CERTIFICATE_EXPIRED,
                SCM_CERTIFICATE_NOT_YET_VALID,
                SCM_CERTIFICATE_PURPOSE,
                SCM_CERTIFICATE_INSTITUTION,
                SCM_CERTIFICATE_ISSUER,
                SCM_PEER_CERTIFICATE_REVOKED,
                SCM_REVOCATION_UNREACHABLE,
                SCM_REVOCATION_NO_SOURCE ->
                ErrorCode.TKY_PERMIT_SIGNATURE;
            default -> anotherDocument;
          };
      throw new InvalidInputException(Refusal.of(code), e);
    }
  }
}
