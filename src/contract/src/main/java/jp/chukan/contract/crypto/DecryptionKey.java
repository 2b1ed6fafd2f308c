package jp.chukan.contract.crypto;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.KEMRecipientInformation;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.jspecify.annotations.Nullable;

/**
 * An inquirer's private key, with the certificate that answers are encrypted to, and the private
 * key of ML-KEM-768 when the certificate carries such a key beside its own. Prints nothing of the
 * keys.
 */
public final class DecryptionKey {
  private static final Set<ASN1ObjectIdentifier> CONTENT = Set.of(CMSAlgorithm.AES256_GCM);
  private static final int TAG_BITS = CryptoProfile.TAG_BYTES * Byte.SIZE;

  private final PrivateKey privateKey;
  private final X509Certificate certificate;
  private final InstitutionCode institution;
  private final @Nullable PrivateKey decapsulationKey;

  /** That of the token which the private key is in; null when it came from a file. */
  private final @Nullable Provider token;

  public DecryptionKey(PrivateKey privateKey, X509Certificate certificate) {
    this(privateKey, null, certificate);
  }

  /**
   * @param decapsulationKey of ML-KEM-768, null when the certificate carries no such key
   * @throws IllegalArgumentException when the certificate carries one and none is given, or none
   *     and one is given: what is sealed to the certificate would never open
   */
  public DecryptionKey(
      PrivateKey privateKey, @Nullable PrivateKey decapsulationKey, X509Certificate certificate) {
    this(privateKey, decapsulationKey, certificate, null);
  }

  /** An EC key in a token; its provider is what reaches it. */
  static DecryptionKey inToken(PrivateKey privateKey, X509Certificate certificate, Provider token) {
    return new DecryptionKey(privateKey, null, certificate, token);
  }

  private DecryptionKey(
      PrivateKey privateKey,
      @Nullable PrivateKey decapsulationKey,
      X509Certificate certificate,
      @Nullable Provider token) {
    if ((decapsulationKey != null) != isHybrid(certificate)) {
      throw new IllegalArgumentException("certificate and private keys are not of one profile");
    }
    this.privateKey = privateKey;
    this.decapsulationKey =
        decapsulationKey == null ? null : KeyEncapsulation.readable(decapsulationKey);
    this.certificate = certificate;
    this.token = token;
    this.institution = Certificates.institutionOf(certificate);
  }

  private static boolean isHybrid(X509Certificate certificate) {
    try {
      return KeyEncapsulation.keyOf(certificate).isPresent();
    } catch (RefusedCryptoException unsuitable) {
      throw new IllegalArgumentException("unsuitable certificate", unsuitable);
    }
  }

  /** What can be opened with this key. */
  public Set<CryptoProfile> profiles() {
    return decapsulationKey == null
        ? Set.of(CryptoProfile.CLASSICAL)
        : Set.of(CryptoProfile.CLASSICAL, CryptoProfile.HYBRID);
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

  @Nullable PrivateKey decapsulationKey() {
    return decapsulationKey;
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
      case KEMRecipientInformation kem when decapsulationKey != null ->
          new JceKEMAuthEnvelopedRecipient(decapsulationKey)
              .setProvider(CryptoProviders.envelope())
              .setKeySizeValidation(true)
              .setAllowedContentAlgorithms(CONTENT)
              .setMinimumTagSize(TAG_BITS);
      default -> throw new RefusedCryptoException("kind of recipient");
    };
  }

  private JceKeyAgreeRecipient agreement() {
    return new AgreementRecipient(
        privateKey,
        agreementProvider(),
        SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded()).getAlgorithm());
  }

  @Override
  public String toString() {
    return "DecryptionKey[" + institution + "]";
  }
}
