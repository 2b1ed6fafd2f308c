package jp.chukan.contract.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that issue the certificates of this network. A certificate is trusted when one of
 * them issued it and it is valid now (RFC 5280, PKIX).
 *
 * <p>Revocation is not checked: neither CRL nor OCSP of the network is public. An institution is
 * shut out by taking its authority or its registration away; {@code docs/crypto.md} says so.
 *
 * <p>Validated certificates are remembered for a short time, because one path validation costs as
 * much as several signatures. Only certificates that passed get in, so a stranger cannot fill the
 * memory; the validity period is checked at each use.
 */
public final class TrustAnchors {
  static final int REMEMBERED = 1_000;
  static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

  private record Passed(X509Certificate certificate, Instant forgetAt) {}

  private final Set<TrustAnchor> anchors;
  private final Map<ByteBuffer, Passed> passed =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Passed> eldest) {
          return size() > REMEMBERED;
        }
      };

  public TrustAnchors(Collection<X509Certificate> authorities) {
    if (authorities.isEmpty()) {
      throw new IllegalArgumentException("no trust anchor");
    }
    this.anchors =
        authorities.stream()
            .map(authority -> new TrustAnchor(authority, null))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Certificates of the authorities, for TLS configuration and for display of their expiry. */
  public List<X509Certificate> authorities() {
    return anchors.stream().map(TrustAnchor::getTrustedCert).toList();
  }

  /**
   * Parses the certificate and proves that an authority issued it and that it is valid at this
   * moment.
   *
   * @throws CertificateException when it cannot be read or is not valid now
   * @throws CertPathValidatorException when no authority issued it
   */
  X509Certificate trusted(byte[] der, Instant now)
      throws CertificateException, CertPathValidatorException {
    ByteBuffer key = ByteBuffer.wrap(der.clone()).asReadOnlyBuffer();
    X509Certificate certificate = remembered(key, now);
    if (certificate == null) {
      certificate = Certificates.parse(der);
      validatePath(certificate, now);
      remember(key, new Passed(certificate, now.plus(REMEMBERED_FOR)));
    }
    certificate.checkValidity(Date.from(now));
    return certificate;
  }

  private void validatePath(X509Certificate certificate, Instant now)
      throws CertificateException, CertPathValidatorException {
    try {
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)),
              parameters);
    } catch (CertificateException | CertPathValidatorException untrusted) {
      throw untrusted;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has PKIX", absent);
    }
  }

  private @Nullable X509Certificate remembered(ByteBuffer key, Instant now) {
    synchronized (passed) {
      Passed entry = passed.get(key);
      if (entry == null) {
        return null;
      }
      if (now.isBefore(entry.forgetAt())) {
        return entry.certificate();
      }
      passed.remove(key);
      return null;
    }
  }

  private void remember(ByteBuffer key, Passed entry) {
    synchronized (passed) {
      passed.put(key, entry);
    }
  }

  int rememberedCertificates() {
    synchronized (passed) {
      return passed.size();
    }
  }
}
