package jp.chukan.contract.crypto;

import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Algorithm identifiers of the key transport to RSA recipients. */
final class KeyTransport {
  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

  /** RSA-OAEP with SHA-256 for the digest and for MGF1, no label (RFC 8017, RFC 4055). */
  static final AlgorithmIdentifier OAEP_SHA256 =
      new AlgorithmIdentifier(
          PKCSObjectIdentifiers.id_RSAES_OAEP,
          new RSAESOAEPparams(
              SHA256,
              new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
              RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));

  private KeyTransport() {}

  /** Whether these are the parameters above; an absent NULL of SHA-256 means the same. */
  static boolean isOaepSha256(AlgorithmIdentifier algorithm) {
    if (!PKCSObjectIdentifiers.id_RSAES_OAEP.equals(algorithm.getAlgorithm())
        || algorithm.getParameters() == null) {
      return false;
    }
    RSAESOAEPparams parameters = RSAESOAEPparams.getInstance(algorithm.getParameters());
    AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
    return isSha256(parameters.getHashAlgorithm())
        && PKCSObjectIdentifiers.id_mgf1.equals(mask.getAlgorithm())
        && isSha256(AlgorithmIdentifier.getInstance(mask.getParameters()))
        && RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM.equals(parameters.getPSourceAlgorithm());
  }

  private static boolean isSha256(AlgorithmIdentifier algorithm) {
    return NISTObjectIdentifiers.id_sha256.equals(algorithm.getAlgorithm())
        && (algorithm.getParameters() == null
            || DERNull.INSTANCE.equals(algorithm.getParameters()));
  }
}
