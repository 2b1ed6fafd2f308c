package jp.chukan.contract.crypto;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.jspecify.annotations.Nullable;

/**
 * An inquirer's private key, with the certificate that answers are encrypted to. Prints nothing of
 * the key.
 */
public final class DecryptionKey {
  private static final Set<ASN1ObjectIdentifier> CONTENT = Set.of(CMSAlgorithm.AES256_GCM);
  private static final int TAG_BITS = CryptoProfile.TAG_BYTES * Byte.SIZE;

  private final PrivateKey privateKey;
  private final X509Certificate certificate;
  private final InstitutionCode institution;

  /** That of the token which the private key is in; null when it came from a file. */
  private final @Nullable Provider token;

  public DecryptionKey(PrivateKey privateKey, X509Certificate certificate) {
    this(privateKey, certificate, null);
  }

  /** The same, for an EC key in a token. */
  DecryptionKey(PrivateKey privateKey, X509Certificate certificate, @Nullable Provider token) {
    this.privateKey = privateKey;
    this.certificate = certificate;
    this.token = token;
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

  /** What can agree on a shared secret with an EC key. */
  Provider agreementProvider() {
    return token == null ? CryptoProviders.ellipticCurves() : token;
  }

  /**
   * What opens the key of the content for this holder; only AES-256-GCM with a whole tag.
   *
   * @throws RefusedCryptoException when the content's key is not handed over in a way of the
   *     profile
   */
  Recipient opening(RecipientInformation recipient) throws RefusedCryptoException {
    return switch (recipient) {
      case KeyAgreeRecipientInformation agreement ->
          agreement().setAllowedContentAlgorithms(CONTENT).setMinimumTagSize(TAG_BITS);
      case KeyTransRecipientInformation transport ->
          new JceKeyTransAuthEnvelopedRecipient(privateKey)
              .setProvider(CryptoProviders.envelope())
              .setKeySizeValidation(true)
              .setAllowedContentAlgorithms(CONTENT)
              .setMinimumTagSize(TAG_BITS);
      default -> throw new RefusedCryptoException("kind of recipient");
    };
  }

  private JceKeyAgreeRecipient agreement() {
    return token == null
        ? new JceKeyAgreeAuthEnvelopedRecipient(privateKey).setProvider(CryptoProviders.envelope())
        : new TokenAgreementRecipient(
            privateKey,
            token,
            SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                .getAlgorithm());
  }

  @Override
  public String toString() {
    return "DecryptionKey[" + institution + "]";
  }
}
