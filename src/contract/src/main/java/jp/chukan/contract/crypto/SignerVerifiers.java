package jp.chukan.contract.crypto;

import org.bouncycastle.cms.CMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.SignatureAlgorithmIdentifierFinder;

/** Verifiers of the signers of SignedData. */
final class SignerVerifiers {
  // both are tables that are only read; filling them costs a quarter of a verification
  private static final CMSSignatureAlgorithmNameGenerator NAMES =
      new DefaultCMSSignatureAlgorithmNameGenerator();
  private static final SignatureAlgorithmIdentifierFinder IDENTIFIERS =
      new DefaultSignatureAlgorithmIdentifierFinder();

  private SignerVerifiers() {}

  /** One that verifies with the key of this provider. */
  static SignerInformationVerifier of(ContentVerifierProvider provider) {
    return new SignerInformationVerifier(NAMES, IDENTIFIERS, provider, CryptoProviders.digests());
  }
}
