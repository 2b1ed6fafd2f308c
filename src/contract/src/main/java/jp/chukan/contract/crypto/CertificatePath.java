package jp.chukan.contract.crypto;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;

/**
 * A certificate with those that lead from it to a trust anchor (RFC 5280 section 6), proved at one
 * moment.
 *
 * @param certificates its own first; each is issued by the next, the last by the anchor
 * @param anchor the authority that is trusted
 */
record CertificatePath(List<X509Certificate> certificates, X509Certificate anchor) {
  /** Intermediate authorities between a certificate and its anchor, at most. */
  static final int LONGEST = 3;

  /** Certificates beside the one in question that are looked at, at most. */
  static final int MOST_OTHERS = 8;

  CertificatePath {
    certificates = List.copyOf(certificates);
  }

  /** A certificate and who issued it. */
  record Link(X509Certificate certificate, X509Certificate issuer) {}

  X509Certificate certificate() {
    return certificates.getFirst();
  }

  List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < certificates.size(); i++) {
      links.add(
          new Link(
              certificates.get(i), i + 1 < certificates.size() ? certificates.get(i + 1) : anchor));
    }
    return links;
  }

  /**
   * @param others what came along; nothing in them is trusted
   * @throws InvalidInputException {@link ErrorCode#SCM_CERTIFICATE_ISSUER} when none of the anchors
   *     stands at the end, {@link ErrorCode#SCM_CERTIFICATE_EXPIRED} and {@link
   *     ErrorCode#SCM_CERTIFICATE_NOT_YET_VALID} for the time, {@link ErrorCode#SCM_CERTIFICATE}
   *     for everything else
   */
  static CertificatePath prove(
      X509Certificate certificate,
      Collection<X509Certificate> others,
      Set<TrustAnchor> anchors,
      Instant at) {
    try {
      List<X509Certificate> chain = chain(certificate, others, anchors);
      PKIXParameters parameters = new PKIXParameters(anchors);
      // whether something was revoked is asked apart: see RevocationKnowledge
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      var result =
          (PKIXCertPathValidatorResult)
              CertPathValidator.getInstance("PKIX")
                  .validate(
                      CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
      return new CertificatePath(chain, result.getTrustAnchor().getTrustedCert());
    } catch (CertPathValidatorException untrusted) {
      throw new InvalidInputException(Refusal.of(code(untrusted)), untrusted);
    } catch (CertificateException unreadable) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_CERTIFICATE), unreadable);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has PKIX", absent);
    }
  }

  private static ErrorCode code(CertPathValidatorException untrusted) {
    return switch (untrusted.getReason()) {
      case BasicReason.EXPIRED -> ErrorCode.SCM_CERTIFICATE_EXPIRED;
      case BasicReason.NOT_YET_VALID -> ErrorCode.SCM_CERTIFICATE_NOT_YET_VALID;
      case BasicReason.INVALID_SIGNATURE -> ErrorCode.SCM_CERTIFICATE_ISSUER;
      case java.security.cert.PKIXReason.NO_TRUST_ANCHOR -> ErrorCode.SCM_CERTIFICATE_ISSUER;
      default -> ErrorCode.SCM_CERTIFICATE;
    };
  }

  /** Upwards by names and signatures until somebody is issued by an anchor, or nobody is found. */
  private static List<X509Certificate> chain(
      X509Certificate certificate, Collection<X509Certificate> others, Set<TrustAnchor> anchors) {
    List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
    while (chain.size() <= LONGEST && !isIssuedByAny(chain.getLast(), anchors)) {
      Optional<X509Certificate> issuer =
          others.stream()
              .limit(MOST_OTHERS)
              .filter(other -> !chain.contains(other) && isIssuedBy(chain.getLast(), other))
              .findFirst();
      if (issuer.isEmpty()) {
        break;
      }
      chain.add(issuer.get());
    }
    return chain;
  }

  private static boolean isIssuedByAny(X509Certificate certificate, Set<TrustAnchor> anchors) {
    return anchors.stream()
        .anyMatch(
            anchor ->
                anchor
                    .getTrustedCert()
                    .getSubjectX500Principal()
                    .equals(certificate.getIssuerX500Principal()));
  }

  private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException other) {
      return false;
    }
  }
}
