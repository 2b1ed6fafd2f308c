package jp.chukan.contract.crypto;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What is left to prove of the other side of a TLS connection once TLS itself is content. */
public enum TlsPeer {
  /** Who connects here. */
  CLIENT(KeyPurposeId.id_kp_clientAuth),
  /** Who is connected to. */
  SERVER(KeyPurposeId.id_kp_serverAuth);

  private final String purpose;

  TlsPeer(KeyPurposeId purpose) {
    this.purpose = purpose.getId();
  }

  /**
   * Proves path, time, revocation and purpose of the peer's certificate.
   *
   * @param chain as TLS got it, the peer's own first
   * @throws InvalidInputException whatever {@link TrustAnchors} refuses; {@link
   *     ErrorCode#SCM_CERTIFICATE_PURPOSE} when it is not for this side of TLS
   */
  public void verify(X509Certificate[] chain, TrustAnchors anchors, Instant now) {
    try {
      List<X509Certificate> others = Arrays.asList(chain).subList(1, chain.length);
      X509Certificate certificate = anchors.trusted(chain[0].getEncoded(), others, now);
      List<String> purposes = certificate.getExtendedKeyUsage();
      if (purposes == null || !purposes.contains(purpose)) {
        throw InvalidInputException.of(ErrorCode.SCM_CERTIFICATE_PURPOSE);
      }
    } catch (CertificateException unreadable) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_CERTIFICATE), unreadable);
    }
  }
}
