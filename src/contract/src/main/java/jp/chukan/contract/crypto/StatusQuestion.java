package jp.chukan.contract.crypto;

import static jp.chukan.contract.crypto.RevocationSignatures.refused;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether one certificate is revoked (OCSP, RFC 6960), and proves the answer: signed by the
 * authority itself or by a responder to which it gave a certificate for this alone, about this very
 * certificate, and of this time. Without a nonce: responders that answer from a store send none,
 * and what is older than what is held is not taken.
 */
public final class StatusQuestion {
  /** Media type of a question. */
  public static final String MEDIA_TYPE = "application/ocsp-request";

  /** Media type of an answer. */
  public static final String REPLY_MEDIA_TYPE = "application/ocsp-response";

  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
  private static final int DIGITAL_SIGNATURE = 0;

  private final BigInteger serial;
  private final X509Certificate authority;
  private final CertificateID id;

  private StatusQuestion(BigInteger serial, X509Certificate authority, CertificateID id) {
    this.serial = serial;
    this.authority = authority;
    this.id = id;
  }

  /**
   * @param serial of a certificate that the authority issued
   */
  public static StatusQuestion about(BigInteger serial, X509Certificate authority) {
    try {
      return new StatusQuestion(
          serial,
          authority,
          new CertificateID(
              CryptoProviders.digests().get(SHA256),
              new JcaX509CertificateHolder(authority),
              serial));
    } catch (CertificateEncodingException | OCSPException | OperatorCreationException failure) {
      throw new IllegalStateException("no question can be made of an authority", failure);
    }
  }

  /** The question as it is sent. */
  public byte[] encoded() {
    try {
      return new OCSPReqBuilder().addRequest(id).build().getEncoded();
    } catch (IOException | OCSPException failure) {
      throw new IllegalStateException("a question cannot be encoded", failure);
    }
  }

  /**
   * Whether the next answer is due already is for the caller to say.
   *
   * @throws InvalidInputException {@link ErrorCode#SCM_REVOCATION_STATUS} when it is no answer to
   *     this question, or of nobody who may give it
   */
  public VerifiedStatus verifyReply(byte[] der, Instant now) {
    try {
      OCSPResp response = new OCSPResp(OCSPResponse.getInstance(ASN1Primitive.fromByteArray(der)));
      if (response.getStatus() != OCSPResp.SUCCESSFUL
          || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
        throw refused(ErrorCode.SCM_REVOCATION_STATUS, "status " + response.getStatus());
      }
      BigInteger responder = checkSigner(basic, now);
      return status(only(basic), responder, der, now);
    } catch (InvalidInputException refusal) {
      throw refusal;
    } catch (IOException | GeneralSecurityException | OCSPException | RuntimeException unreadable) {
      // BouncyCastle parses late and reports bad structure by many unchecked types
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, unreadable);
    } catch (OperatorCreationException unsuitable) {
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, unsuitable);
    }
  }

  private SingleResp only(BasicOCSPResp basic) throws CertificateEncodingException, OCSPException {
    SingleResp[] answers = basic.getResponses();
    if (answers.length != 1
        || !answers[0].getCertID().getSerialNumber().equals(serial)
        || !answers[0]
            .getCertID()
            .matchesIssuer(new JcaX509CertificateHolder(authority), CryptoProviders.digests())) {
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, "about another certificate");
    }
    if (!basic.getCriticalExtensionOIDs().isEmpty()
        || !answers[0].getCriticalExtensionOIDs().isEmpty()) {
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, "a critical extension");
    }
    return answers[0];
  }

  private VerifiedStatus status(
      SingleResp answer, @Nullable BigInteger responder, byte[] der, Instant now) {
    Date next = answer.getNextUpdate();
    if (next == null || !RevocationSignatures.isSound(answer.getThisUpdate(), next, now)) {
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, "without a time, or of a time to come");
    }
    CertificateStatus status = answer.getCertStatus();
    if (status != CertificateStatus.GOOD && !(status instanceof RevokedStatus)) {
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, "the authority does not know it");
    }
    return new VerifiedStatus(
        serial,
        status instanceof RevokedStatus revoked ? revoked.getRevocationTime().toInstant() : null,
        answer.getThisUpdate().toInstant(),
        next.toInstant(),
        responder,
        der);
  }

  /** The serial number of the responder, null when the authority signed itself. */
  private @Nullable BigInteger checkSigner(BasicOCSPResp basic, Instant now)
      throws GeneralSecurityException, OCSPException, OperatorCreationException, IOException {
    if (!RevocationSignatures.ALGORITHMS.contains(basic.getSignatureAlgOID().getId())) {
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, "signed by another algorithm");
    }
    X509CertificateHolder own = new JcaX509CertificateHolder(authority);
    if (names(basic.getResponderId(), own)) {
      checkSignature(basic, authority);
      return null;
    }
    X509Certificate responder =
        Certificates.parse(
            List.of(basic.getCerts()).stream()
                .filter(holder -> names(basic.getResponderId(), holder))
                .findFirst()
                .orElseThrow(
                    () -> refused(ErrorCode.SCM_REVOCATION_STATUS, "signer without certificate"))
                .getEncoded());
    checkDelegation(responder, now);
    checkSignature(basic, responder);
    return responder.getSerialNumber();
  }

  /**
   * RFC 6960 section 4.2.2.2: issued by the authority directly, for this alone, and not checked.
   */
  private void checkDelegation(X509Certificate responder, Instant now)
      throws GeneralSecurityException {
    if (!responder.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, "signer of another authority");
    }
    responder.verify(authority.getPublicKey());
    responder.checkValidity(Date.from(now));
    boolean[] usage = responder.getKeyUsage();
    if (!List.of(KeyPurposeId.id_kp_OCSPSigning.getId()).equals(responder.getExtendedKeyUsage())
        || (usage != null && !usage[DIGITAL_SIGNATURE])) {
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, "signer is no responder");
    }
    if (responder.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) == null) {
      // else its own revocation would have to be asked for, of itself
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, "a responder without ocsp-nocheck");
    }
  }

  private static boolean names(RespID id, X509CertificateHolder holder) {
    try {
      return id.equals(new RespID(holder.getSubject()))
          || id.equals(
              new RespID(
                  holder.getSubjectPublicKeyInfo(),
                  CryptoProviders.digests().get(RespID.HASH_SHA1)));
    } catch (OCSPException | OperatorCreationException failure) {
      throw new IllegalStateException("a name cannot be compared", failure);
    }
  }

  private static void checkSignature(BasicOCSPResp basic, X509Certificate signer)
      throws OCSPException, OperatorCreationException {
    if (!basic.isSignatureValid(
        new JcaContentVerifierProviderBuilder().build(signer.getPublicKey()))) {
      throw refused(ErrorCode.SCM_REVOCATION_STATUS, "signature does not match");
    }
  }
}
