package jp.chukan.contract.crypto;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;

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

  /**
   * What opens the key of the content for this holder; only AES-256-GCM with a whole tag.
   *
   * @throws RefusedCryptoException when the content's key is not handed over in a way of the
   *     profile
   */
  Recipient opening(RecipientInformation recipient) throws RefusedCryptoException {
    return switch (recipient) {
      case KeyAgreeRecipientInformation agreement ->
          new JceKeyAgreeAuthEnvelopedRecipient(privateKey)
              .setProvider(CryptoProviders.envelope())
              .setAllowedContentAlgorithms(CONTENT)
              .setMinimumTagSize(TAG_BITS);
      case KeyTransRecipientInformation transport ->
          new JceKeyTransAuthEnvelopedRecipient(privateKey)
              .setProvider(CryptoProviders.envelope())
              .setKeySizeValidation(true)
              .setAllowedContentAlgorithms(CONTENT)
              .setMinimumTagSize(TAG_BITS);
      default -> throw new RefusedCryptoException("kind of recipient");
    };
  }

  @Override
  public String toString() {
    return "DecryptionKey[" + institution + "]";
  }
}
