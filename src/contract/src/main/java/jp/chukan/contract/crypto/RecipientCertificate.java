package jp.chukan.contract.crypto;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;

/**
 * An inquirer's certificate that answers may be encrypted to: trusted, valid, issued to the
 * inquirer for encryption, with keys that a {@link CryptoProfile} allows (MS-40). Its existence is
 * the proof.
 */
public final class RecipientCertificate {
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  private final X509Certificate certificate;
  private final InstitutionCode institution;
  private final Optional<PublicKey> encapsulationKey;

  private RecipientCertificate(
      X509Certificate certificate,
      InstitutionCode institution,
      Optional<PublicKey> encapsulationKey) {
    this.certificate = certificate;
    this.institution = institution;
    this.encapsulationKey = encapsulationKey;
  }

  /**
   * Proves that the certificate can be used for answers to the expected institution.
   *
   * @throws InvalidInputException with {@link ErrorCode#TKY_KEY_UNSUITABLE} for everything else
   */
  public static RecipientCertificate verify(
      byte[] der, InstitutionCode expected, TrustAnchors anchors, InstantSource clock) {
    try {
      X509Certificate certificate = anchors.trusted(der, clock.instant());
      checkKey(certificate);
      InstitutionCode institution = Certificates.institutionOf(certificate);
      if (!institution.equals(expected)) {
        throw InvalidInputException.of(ErrorCode.SCM_CERTIFICATE_INSTITUTION);
      }
      return new RecipientCertificate(certificate, institution, encapsulationKey(certificate));
    } catch (RefusedCryptoException | RuntimeException unsuitable) {
      // whatever is wrong with a key from outside, nothing is sent; the cause says what it is
      throw new InvalidInputException(Refusal.of(ErrorCode.TKY_KEY_UNSUITABLE), unsuitable);
    }
  }

  private static void checkKey(X509Certificate certificate) throws RefusedCryptoException {
    PublicKey key = certificate.getPublicKey();
    int neededUsage;
    if (Certificates.isOnP256(key) || Certificates.isOnP384(key)) {
      neededUsage = KEY_AGREEMENT;
    } else if (key instanceof RSAPublicKey rsa && isSuitable(rsa)) {
      neededUsage = KEY_ENCIPHERMENT;
    } else {
      throw new RefusedCryptoException("kind or size of the key");
    }
    boolean[] usage = certificate.getKeyUsage();
    if (usage == null || !usage[neededUsage]) {
      throw InvalidInputException.of(ErrorCode.SCM_CERTIFICATE_PURPOSE);
    }
  }

  /** A second key that no profile has is not passed over: whoever has it issued wants it used. */
  private static Optional<PublicKey> encapsulationKey(X509Certificate certificate)
      throws RefusedCryptoException {
    Optional<PublicKey> key = KeyEncapsulation.keyOf(certificate);
    if (key.isPresent() && certificate.getPublicKey() instanceof RSAPublicKey) {
      throw new RefusedCryptoException("a second key beside RSA");
    }
    return key;
  }

  private static boolean isSuitable(RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    return bits >= CryptoProfile.MINIMUM_RSA_BITS && bits <= CryptoProfile.MAXIMUM_RSA_BITS;
  }

  /** The key id of this certificate, to be compared with the one in the permit. */
  public String keyId() {
    return Certificates.keyIdOf(certificate);
  }

  public InstitutionCode institution() {
    return institution;
  }

  /** What answers to this certificate can be sealed with. */
  public Set<CryptoProfile> profiles() {
    return encapsulationKey.isPresent()
        ? Set.of(CryptoProfile.CLASSICAL, CryptoProfile.HYBRID)
        : Set.of(CryptoProfile.CLASSICAL);
  }

  /** The key of ML-KEM-768, of a certificate that carries one. */
  Optional<PublicKey> encapsulationKey() {
    return encapsulationKey;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  @Override
  public String toString() {
    return "RecipientCertificate[" + institution + ", " + keyId() + "]";
  }
}
