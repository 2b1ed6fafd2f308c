package jp.chukan.contract.crypto;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import jp.chukan.contract.code.InstitutionCode;

/**
 * An inquirer's private key, with the certificate that answers are encrypted to. Prints nothing of
 * the key.
 */
public final class DecryptionKey {
  private final PrivateKey privateKey;
  private final X509Certificate certificate;
  private final InstitutionCode institution;

  public DecryptionKey(PrivateKey privateKey, X509Certificate certificate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
    this.institution = Certificates.institutionOf(certificate);
  }

  /** The 「機関コード」 of the holder. */
  public InstitutionCode institution() {
    return institution;
  }

  /** The key id that a permit for this holder names. */
  public String keyId() {
    return Certificates.keyIdOf(certificate);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  PrivateKey privateKey() {
    return privateKey;
  }

  @Override
  public String toString() {
    return "DecryptionKey[" + institution + "]";
  }
}
