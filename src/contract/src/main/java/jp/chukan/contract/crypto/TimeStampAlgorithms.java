package jp.chukan.contract.crypto;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * What a time-stamp authority may sign with. More than {@link CryptoProfile#CLASSICAL}, because the
 * authority is outside of this network and most use RSA: ECDSA on P-256 or P-384, or RSA of 3072 to
 * 8192 bits with PKCS #1 v1.5, each with SHA-256, SHA-384 or SHA-512.
 */
final class TimeStampAlgorithms {
  /** Digests by which the signed content and the signer's certificate may be named. */
  static final Set<ASN1ObjectIdentifier> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512);

  private record Scheme(ASN1ObjectIdentifier digest, String name, boolean isRsa) {}

  private static final Map<ASN1ObjectIdentifier, Scheme> SCHEMES =
      Map.of(
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          new Scheme(NISTObjectIdentifiers.id_sha256, "SHA256withECDSA", false),
          X9ObjectIdentifiers.ecdsa_with_SHA384,
          new Scheme(NISTObjectIdentifiers.id_sha384, "SHA384withECDSA", false),
          X9ObjectIdentifiers.ecdsa_with_SHA512,
          new Scheme(NISTObjectIdentifiers.id_sha512, "SHA512withECDSA", false),
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          new Scheme(NISTObjectIdentifiers.id_sha256, "SHA256withRSA", true),
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          new Scheme(NISTObjectIdentifiers.id_sha384, "SHA384withRSA", true),
          PKCSObjectIdentifiers.sha512WithRSAEncryption,
          new Scheme(NISTObjectIdentifiers.id_sha512, "SHA512withRSA", true));

  private TimeStampAlgorithms() {}

  /**
   * Whether the signature is by an allowed scheme over an allowed digest, both as announced.
   *
   * @param announced digests that stand before the content
   */
  static boolean areAllowed(SignerInformation signer, Set<AlgorithmIdentifier> announced) {
    AlgorithmIdentifier digest = signer.getDigestAlgorithmID();
    AlgorithmIdentifier signature = signer.toASN1Structure().getDigestEncryptionAlgorithm();
    if (announced.size() != 1
        || !announced.iterator().next().getAlgorithm().equals(digest.getAlgorithm())
        || !announced.stream().allMatch(TimeStampAlgorithms::isWithoutParameters)
        || !isWithoutParameters(digest)
        || !isWithoutParameters(signature)
        || !DIGESTS.contains(digest.getAlgorithm())) {
      return false;
    }
    // the common way of RSA: the digest is named once, beside it (RFC 3370 section 3.2)
    if (PKCSObjectIdentifiers.rsaEncryption.equals(signature.getAlgorithm())) {
      return true;
    }
    Scheme scheme = SCHEMES.get(signature.getAlgorithm());
    return scheme != null && scheme.digest().equals(digest.getAlgorithm());
  }

  static boolean isAllowed(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      return bits >= CryptoProfile.MINIMUM_RSA_BITS && bits <= CryptoProfile.MAXIMUM_RSA_BITS;
    }
    return Certificates.isOnP256(key) || Certificates.isOnP384(key);
  }

  static boolean isWithoutParameters(AlgorithmIdentifier algorithm) {
    return algorithm.getParameters() == null || DERNull.INSTANCE.equals(algorithm.getParameters());
  }

  static ContentVerifierProvider verifierOf(
      X509Certificate certificate, X509CertificateHolder holder) {
    return new VerifierProvider(certificate, holder);
  }

  private record VerifierProvider(X509Certificate certificate, X509CertificateHolder holder)
      implements ContentVerifierProvider {

    @Override
    public boolean hasAssociatedCertificate() {
      return true;
    }

    @Override
    public X509CertificateHolder getAssociatedCertificate() {
      return holder;
    }

    @Override
    public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
      Scheme scheme = SCHEMES.get(algorithm.getAlgorithm());
      if (scheme == null) {
        throw new OperatorCreationException("not a scheme of time stamps");
      }
      return JcaContentVerifier.of(
          algorithm,
          scheme.name(),
          scheme.isRsa() ? CryptoProviders.rsa() : CryptoProviders.ellipticCurves(),
          certificate.getPublicKey());
    }
  }
}
