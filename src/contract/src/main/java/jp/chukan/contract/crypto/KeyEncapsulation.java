package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.jcajce.interfaces.MLKEMPrivateKey;
import org.jspecify.annotations.Nullable;

/**
 * ML-KEM-768 as {@link CryptoProfile#HYBRID} has it (FIPS 203, RFC 9629, RFC 9936): HKDF with
 * SHA-256, AES-256 key wrap, no user keying material. The public key stands in the certificate of
 * the EC key, in the extension subjectAltPublicKeyInfo (X.509 section 9.8, 2.5.29.72), so that both
 * have one holder, one key id and one end.
 */
final class KeyEncapsulation {
  static final String ALGORITHM = "ML-KEM";

  /** Bytes of an encapsulation of ML-KEM-768 (FIPS 203 table 3). */
  static final int ENCAPSULATION_BYTES = 1_088;

  private static final AlgorithmIdentifier ML_KEM_768 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_768);
  private static final AlgorithmIdentifier HKDF_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
  private static final AlgorithmIdentifier AES256_WRAP =
      new AlgorithmIdentifier(CMSAlgorithm.AES256_WRAP);
  private static final int KEK_BYTES = 32;
  private static final int WRAPPED_BYTES = 40;

  /** Stands for the holder until {@link #named} names it. */
  private static final byte[] TO_BE_NAMED = new byte[0];

  private KeyEncapsulation() {}

  /** Whether these are the algorithms and lengths above. */
  static boolean isOfProfile(KEMRecipientInfo info) {
    return ML_KEM_768.equals(info.getKem())
        && info.getKemct().getOctets().length == ENCAPSULATION_BYTES
        && HKDF_SHA256.equals(info.getKdf())
        && info.getKekLength() == KEK_BYTES
        && info.getUkm() == null
        && AES256_WRAP.equals(info.getWrap())
        && info.getEncryptedKey().getOctets().length == WRAPPED_BYTES;
  }

  /**
   * The ML-KEM-768 key that the certificate carries beside its own, or empty when it carries none.
   *
   * @throws RefusedCryptoException when it carries another second key, or one that FIPS 203 section
   *     7.2 does not let pass
   */
  static Optional<PublicKey> keyOf(X509Certificate certificate) throws RefusedCryptoException {
    byte[] extension = certificate.getExtensionValue(Extension.subjectAltPublicKeyInfo.getId());
    if (extension == null) {
      return Optional.empty();
    }
    try {
      byte[] encoded = ASN1OctetString.getInstance(extension).getOctets();
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded);
      if (!ML_KEM_768.equals(info.getAlgorithm())
          || !Arrays.equals(info.getEncoded(ASN1Encoding.DER), encoded)) {
        throw new RefusedCryptoException("kind of the second key");
      }
      return Optional.of(factory().generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
      throw new RefusedCryptoException("second key", unusable);
    }
  }

  /**
   * The same private key as the library of the envelope reads it.
   *
   * @throws IllegalArgumentException when it is no key of ML-KEM-768
   */
  static PrivateKey readable(PrivateKey key) {
    try {
      PrivateKey readable = factory().generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
      if (readable instanceof MLKEMPrivateKey kem && isMlKem768(kem.getPublicKey())) {
        return readable;
      }
      throw new IllegalArgumentException("no key of ML-KEM-768");
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalArgumentException("no key of ML-KEM-768", unreadable);
    }
  }

  /** Whether the two belong together. */
  static boolean isPair(PrivateKey key, PublicKey expected) {
    return readable(key) instanceof MLKEMPrivateKey kem
        && Arrays.equals(kem.getPublicKey().getEncoded(), expected.getEncoded());
  }

  /** The key of the content for the holder of this certificate. */
  static RecipientInfoGenerator recipient(
      PublicKey key, X509Certificate certificate, SecureRandom random)
      throws GeneralSecurityException {
    Certificate holder = Certificate.getInstance(certificate.getEncoded());
    RecipientIdentifier identifier =
        new RecipientIdentifier(
            new IssuerAndSerialNumber(holder.getIssuer(), holder.getSerialNumber().getValue()));
    RecipientInfoGenerator generator =
        new JceKEMRecipientInfoGenerator(TO_BE_NAMED, key, CMSAlgorithm.AES256_WRAP)
            .setKDF(HKDF_SHA256)
            .setProvider(CryptoProviders.envelope())
            .setSecureRandom(random);
    // the library names the certificate's own key, which is the other one
    return contentKey -> named(generator.generate(contentKey), identifier);
  }

  private static RecipientInfo named(RecipientInfo generated, RecipientIdentifier identifier) {
    KEMRecipientInfo info =
        KEMRecipientInfo.getInstance(
            OtherRecipientInfo.getInstance(generated.getInfo()).getValue());
    return new RecipientInfo(
        new OtherRecipientInfo(
            CMSObjectIdentifiers.id_ori_kem,
            new KEMRecipientInfo(
                identifier,
                info.getKem(),
                info.getKemct(),
                info.getKdf(),
                ASN1Integer.valueOf(info.getKekLength()),
                null,
                info.getWrap(),
                info.getEncryptedKey())));
  }

  private static boolean isMlKem768(@Nullable PublicKey key) {
    return key != null
        && ML_KEM_768.equals(SubjectPublicKeyInfo.getInstance(key.getEncoded()).getAlgorithm());
  }

  private static KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM, CryptoProviders.envelope());
  }
}
