package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.ContentVerifierProvider;

/**
 * Verifies signed documents. Refuses with {@link InvalidInputException}:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_SIGNATURE}: not a SignedData with content and exactly one signer,
 *       signature over something else
 *   <li>{@link ErrorCode#SCM_ALGORITHM}: algorithms outside {@link CryptoProfile#CLASSICAL}
 *   <li>{@link ErrorCode#SCM_CERTIFICATE_PURPOSE}: certificate not issued for signing documents
 *   <li>{@link ErrorCode#SCM_CERTIFICATE_INSTITUTION}: signed by another institution than expected
 *   <li>{@link ErrorCode#SCM_CERTIFICATE}: none of the signer, or without a 機関コード
 *   <li>whatever {@link TrustAnchors} refuses of the signer's certificate
 * </ul>
 */
public final class DocumentVerifier {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int VERSION = 1;
  private static final Set<ASN1ObjectIdentifier> DIGESTS = Set.of(NISTObjectIdentifiers.id_sha256);
  private static final Set<ASN1ObjectIdentifier> SIGNATURES =
      Set.of(X9ObjectIdentifiers.ecdsa_with_SHA256);

  /**
   * A key that a machine uses for TLS proves no document, or any TLS peer could have it sign. Nor
   * does the key of a time-stamp authority or of an OCSP responder, which sign for whoever asks.
   */
  private static final Set<String> OTHER_PURPOSES =
      Set.of(
          KeyPurposeId.id_kp_serverAuth.getId(),
          KeyPurposeId.id_kp_clientAuth.getId(),
          KeyPurposeId.id_kp_timeStamping.getId(),
          KeyPurposeId.id_kp_OCSPSigning.getId());

  private final TrustAnchors anchors;
  private final InstantSource clock;

  public DocumentVerifier(TrustAnchors anchors, InstantSource clock) {
    this.anchors = anchors;
    this.clock = clock;
  }

  /** The proved document, when it is wholly in order and the expected institution signed it. */
  public VerifiedDocument verify(RawSignedDocument raw, InstitutionCode expectedSigner) {
    return verify(raw, Set.of(expectedSigner));
  }

  /**
   * The same for one of several signers; {@link VerifiedDocument#signer()} says which, and the
   * caller holds it against what the document claims.
   */
  public VerifiedDocument verify(RawSignedDocument raw, Set<InstitutionCode> expectedSigners) {
    return verify(raw, expectedSigners, (der, others, content) -> live(der, others));
  }

  /**
   * The same for what was signed long ago: the certificate is judged as of the time that the
   * content itself states. Who asks proves that time, by a time stamp for example.
   *
   * @param statedTime reads it from the content, which nothing has proved at that moment; what it
   *     throws as {@link InvalidInputException} refuses the document
   */
  public VerifiedDocument verifyAsOf(
      RawSignedDocument raw, InstitutionCode expectedSigner, Function<byte[], Instant> statedTime) {
    return verify(
        raw,
        Set.of(expectedSigner),
        (der, others, content) ->
            anchors.trustedAsOf(der, others, statedTime.apply(content.clone())));
  }

  private X509Certificate live(byte[] der, List<X509Certificate> others) {
    return anchors.trusted(der, others, clock.instant());
  }

  /** How the signer's certificate is judged. */
  @FunctionalInterface
  private interface Judgement {
    X509Certificate of(byte[] der, List<X509Certificate> others, byte[] content);
  }

  private VerifiedDocument verify(
      RawSignedDocument raw, Set<InstitutionCode> expectedSigners, Judgement judgement) {
    try {
      return verified(parse(raw), expectedSigners, judgement);
    } catch (InvalidInputException refusal) {
      throw refusal;
    } catch (IOException | CMSException | RuntimeException unreadable) {
      // BouncyCastle parses late and reports bad structure by many unchecked types
      throw refused(ErrorCode.SCM_SIGNATURE, unreadable);
    }
  }

  private static CMSSignedData parse(RawSignedDocument raw) throws IOException, CMSException {
    // fromByteArray refuses bytes after the end
    ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(raw.bytes()));
    if (info == null || !CMSObjectIdentifiers.signedData.equals(info.getContentType())) {
      throw refused(ErrorCode.SCM_SIGNATURE, "not a SignedData");
    }
    return new CMSSignedData(info);
  }

  private VerifiedDocument verified(
      CMSSignedData signed, Set<InstitutionCode> expectedSigners, Judgement judgement)
      throws IOException, CMSException {
    CMSTypedData content = signed.getSignedContent();
    if (content == null
        || !CMSObjectIdentifiers.data.equals(content.getContentType())
        || !(content.getContent() instanceof byte[] bytes)) {
      throw refused(ErrorCode.SCM_SIGNATURE, "no content");
    }
    SignerInformation signer = onlySigner(signed);
    checkAlgorithms(signed, signer);
    X509CertificateHolder holder = certificateOf(signer, signed);
    X509Certificate certificate = judgement.of(holder.getEncoded(), others(holder, signed), bytes);
    checkUse(certificate);
    checkSignature(signer, new EcdsaVerifierProvider(certificate, holder));
    InstitutionCode institution = Certificates.institutionOf(certificate);
    if (!expectedSigners.contains(institution)) {
      throw refused(ErrorCode.SCM_CERTIFICATE_INSTITUTION, "signed by another institution");
    }
    return new VerifiedDocument(bytes, institution, certificate, signer.getSignedAttributes());
  }

  /**
   * Fields outside the signature are refused rather than ignored, so that nobody relies on them.
   */
  private static SignerInformation onlySigner(CMSSignedData signed) {
    Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      throw refused(ErrorCode.SCM_SIGNATURE, signers.size() + " signers");
    }
    SignerInformation signer = signers.iterator().next();
    if (signer.getSignedAttributes() == null || signer.getUnsignedAttributes() != null) {
      throw refused(ErrorCode.SCM_SIGNATURE, "no signed attributes, or unsigned ones");
    }
    if (signed.getVersion() != VERSION || signer.getVersion() != VERSION) {
      throw refused(ErrorCode.SCM_SIGNATURE, "another version");
    }
    return signer;
  }

  private static void checkAlgorithms(CMSSignedData signed, SignerInformation signer) {
    Set<AlgorithmIdentifier> announced = signed.getDigestAlgorithmIDs();
    if (announced.size() != 1
        || !DIGESTS.contains(announced.iterator().next().getAlgorithm())
        || !DIGESTS.contains(signer.getDigestAlgorithmID().getAlgorithm())) {
      throw refused(ErrorCode.SCM_ALGORITHM, "digest");
    }
    if (!SIGNATURES.contains(new ASN1ObjectIdentifier(signer.getEncryptionAlgOID()))) {
      throw refused(ErrorCode.SCM_ALGORITHM, "signature");
    }
  }

  private static X509CertificateHolder certificateOf(
      SignerInformation signer, CMSSignedData signed) {
    Collection<X509CertificateHolder> matches =
        signed.getCertificates().getMatches(signer.getSID());
    if (matches.size() != 1) {
      throw refused(ErrorCode.SCM_CERTIFICATE, matches.size() + " certificates of the signer");
    }
    return matches.iterator().next();
  }

  /** What came along beside the signer's certificate, as far as it is read at all. */
  private static List<X509Certificate> others(X509CertificateHolder holder, CMSSignedData signed) {
    List<X509Certificate> others = new ArrayList<>();
    for (X509CertificateHolder other : signed.getCertificates().getMatches(null)) {
      if (others.size() == CertificatePath.MOST_OTHERS) {
        break;
      }
      if (!other.equals(holder)) {
        try {
          others.add(Certificates.parse(other.getEncoded()));
        } catch (IOException | CertificateException unreadable) {
          throw refused(ErrorCode.SCM_CERTIFICATE, unreadable);
        }
      }
    }
    return others;
  }

  private static void checkUse(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    if (usage == null || !usage[DIGITAL_SIGNATURE]) {
      throw refused(ErrorCode.SCM_CERTIFICATE_PURPOSE, "not for signatures");
    }
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      if (purposes != null && purposes.stream().anyMatch(OTHER_PURPOSES::contains)) {
        throw refused(ErrorCode.SCM_CERTIFICATE_PURPOSE, "for something else than documents");
      }
    } catch (CertificateException unreadable) {
      throw refused(ErrorCode.SCM_CERTIFICATE, unreadable);
    }
    if (!Certificates.isOnP256(certificate.getPublicKey())) {
      throw refused(ErrorCode.SCM_ALGORITHM, "key of the signer");
    }
  }

  private static void checkSignature(SignerInformation signer, ContentVerifierProvider provider)
      throws CMSException {
    if (!signer.verify(SignerVerifiers.of(provider))) {
      throw refused(ErrorCode.SCM_SIGNATURE, "signature does not match");
    }
  }

  private static InvalidInputException refused(ErrorCode code, String reason) {
    return refused(code, new RefusedCryptoException(reason));
  }

  private static InvalidInputException refused(ErrorCode code, Throwable cause) {
    return new InvalidInputException(Refusal.of(code), cause);
  }
}
