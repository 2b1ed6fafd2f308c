package jp.chukan.contract.crypto;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Verifies ECDSA with SHA-256 and nothing else. BouncyCastle's own adapter verifies every signature
 * twice, to free sessions of some PKCS#11 tokens, which halves the throughput of the server.
 */
final class EcdsaVerifierProvider implements ContentVerifierProvider {
  private final X509Certificate certificate;
  private final X509CertificateHolder holder;

  EcdsaVerifierProvider(X509Certificate certificate, X509CertificateHolder holder) {
    this.certificate = certificate;
    this.holder = holder;
  }

  @Override
  public boolean hasAssociatedCertificate() {
    return true;
  }

  /** Lets BouncyCastle compare the signing time with the certificate's validity. */
  @Override
  public X509CertificateHolder getAssociatedCertificate() {
    return holder;
  }

  @Override
  public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    if (!X9ObjectIdentifiers.ecdsa_with_SHA256.equals(algorithm.getAlgorithm())) {
      throw new OperatorCreationException("not ECDSA with SHA-256");
    }
    return JcaContentVerifier.of(
        algorithm, "SHA256withECDSA", CryptoProviders.ellipticCurves(), certificate.getPublicKey());
  }
}
