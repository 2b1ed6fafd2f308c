package jp.chukan.gateway.crypto;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.Certificates;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What people need to know of a certificate; nothing of its key.
 *
 * @param use what it is for
 * @param holder 「機関コード」 of its subject, null when it names none
 * @param algorithm of its key and size, and how it was signed
 * @param serial hexadecimal
 * @param issuer name of the authority (RFC 2253)
 * @param keyId key id of this project, lowercase hexadecimal SHA-256 of the certificate
 * @param from first instant of its validity
 * @param to last instant of its validity
 */
public record CertificateFacts(
    CertificateUse use,
    @Nullable InstitutionCode holder,
    String algorithm,
    String serial,
    String issuer,
    String keyId,
    Instant from,
    Instant to) {
  private static final int HEXADECIMAL = 16;

  public static CertificateFacts of(CertificateUse use, X509Certificate certificate) {
    return new CertificateFacts(
        use,
        holder(certificate),
        key(certificate) + " / " + certificate.getSigAlgName(),
        certificate.getSerialNumber().toString(HEXADECIMAL),
        certificate.getIssuerX500Principal().getName(),
        Certificates.keyIdOf(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  private static @Nullable InstitutionCode holder(X509Certificate certificate) {
    try {
      return Certificates.institutionOf(certificate);
    } catch (InvalidInputException names) {
      // an authority is no institution
      return null;
    }
  }

  private static String key(X509Certificate certificate) {
    return switch (certificate.getPublicKey()) {
      case ECPublicKey ec -> "EC " + ec.getParams().getOrder().bitLength();
      case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
      default -> certificate.getPublicKey().getAlgorithm();
    };
  }

  /** How near its end is. */
  public ExpiryMark mark(Instant now) {
    return ExpiryMark.of(to, now);
  }
}
