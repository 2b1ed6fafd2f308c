package jp.chukan.contract.crypto;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import jp.chukan.contract.code.InstitutionCode;

/** An institution's key for signing 「電子署名」 with its certificate. Prints nothing of the key. */
public final class SigningKey {
  private final PrivateKey privateKey;
  private final X509Certificate certificate;
  private final InstitutionCode institution;
  private final Provider provider;

  /**
   * @throws IllegalArgumentException when the certificate's key is not on P-256, which is what
   *     {@link CryptoProfile#CLASSICAL} signs with
   */
  public SigningKey(PrivateKey privateKey, X509Certificate certificate) {
    this(privateKey, certificate, CryptoProviders.ellipticCurves());
  }

  /** The same, for a key that only this provider can use. */
  SigningKey(PrivateKey privateKey, X509Certificate certificate, Provider provider) {
    if (!Certificates.isOnP256(certificate.getPublicKey())) {
      throw new IllegalArgumentException("the key for signing is not an EC key on P-256");
    }
    this.privateKey = privateKey;
    this.certificate = certificate;
    this.provider = provider;
    this.institution = Certificates.institutionOf(certificate);
  }

  /** The 「機関コード」 that this key signs for. */
  public InstitutionCode institution() {
    return institution;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  PrivateKey privateKey() {
    return privateKey;
  }

  /** What signs with the key: that of the elliptic curves, or the token that the key is in. */
  Provider provider() {
    return provider;
  }

  @Override
  public String toString() {
    return "SigningKey[" + institution + "]";
  }
}
