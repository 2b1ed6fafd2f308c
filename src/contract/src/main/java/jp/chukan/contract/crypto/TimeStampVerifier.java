package jp.chukan.contract.crypto;

import static jp.chukan.contract.crypto.TimeStampRefusals.refused;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cms.CMSException;

/**
 * Verifies time stamps (RFC 3161) without asking anybody: today, or years after the authority's
 * certificate has expired, because it is proved at the time of the stamp. Refuses with {@link
 * InvalidInputException}:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_TIME_STAMP}: not a token with exactly one signer, signature over
 *       something else
 *   <li>{@link ErrorCode#SCM_TIME_STAMP_CONTENT}: time stamp of another document
 *   <li>{@link ErrorCode#SCM_TIME_STAMP_CERTIFICATE}: authority's certificate not issued by a trust
 *       anchor, not valid at the time of the stamp, not for time stamps alone, or another than the
 *       one that is signed
 *   <li>{@link ErrorCode#SCM_ALGORITHM}: algorithm or key that no authority may use
 *   <li>{@link ErrorCode#SCM_TIME_STAMP_REQUEST}: answer to another request
 *   <li>{@link ErrorCode#SCM_TIME_STAMP_REFUSED}: the authority granted none
 * </ul>
 *
 * <p>Whether the time is plausible is for who asked to judge, by a clock of its own.
 */
public final class TimeStampVerifier {
  private final TrustAnchors anchors;

  /**
   * @param anchors those who issue the certificates of time-stamp authorities
   */
  public TimeStampVerifier(TrustAnchors anchors) {
    this.anchors = anchors;
  }

  /** The proved time stamp, when it is wholly in order and over this very document. */
  public TimeStamp verify(RawTimeStamp raw, byte[] document) {
    return verifyDigest(raw, TimeStampRequest.digestOf(document));
  }

  /** The proved time stamp of an authority's reply, when it answers this very request. */
  public TimeStamp verifyReply(byte[] reply, TimeStampRequest request) {
    TimeStamp stamp = verifyDigest(granted(reply), request.digest());
    if (!Objects.equals(request.nonce(), stamp.nonce())) {
      throw refused(ErrorCode.SCM_TIME_STAMP_REQUEST, "another nonce");
    }
    if (request.policy() != null && !request.policy().equals(stamp.policy())) {
      throw refused(ErrorCode.SCM_TIME_STAMP_REQUEST, "another policy");
    }
    return stamp;
  }

  private static RawTimeStamp granted(byte[] reply) {
    try {
      // fromByteArray refuses bytes after the end
      TimeStampResp response = TimeStampResp.getInstance(ASN1Primitive.fromByteArray(reply));
      if (response == null) {
        throw refused(ErrorCode.SCM_TIME_STAMP, "no reply");
      }
      int status = response.getStatus().getStatusObject().intValueExact();
      if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
        throw refused(
            ErrorCode.SCM_TIME_STAMP_REFUSED,
            "status " + status + ", failure " + response.getStatus().getFailInfo());
      }
      if (response.getTimeStampToken() == null) {
        throw refused(ErrorCode.SCM_TIME_STAMP, "granted, but without a token");
      }
      return new RawTimeStamp(response.getTimeStampToken().getEncoded());
    } catch (InvalidInputException refusal) {
      throw refusal;
    } catch (IOException | RuntimeException unreadable) {
      // BouncyCastle reports bad structure by many unchecked types
      throw refused(ErrorCode.SCM_TIME_STAMP, unreadable);
    }
  }

  private TimeStamp verifyDigest(RawTimeStamp raw, byte[] digest) {
    try {
      return verified(raw, digest);
    } catch (InvalidInputException refusal) {
      throw refusal;
    } catch (IOException | CMSException | GeneralSecurityException | RuntimeException unreadable) {
      throw refused(ErrorCode.SCM_TIME_STAMP, unreadable);
    }
  }

  private TimeStamp verified(RawTimeStamp raw, byte[] digest)
      throws IOException, CMSException, GeneralSecurityException {
    ParsedTimeStamp parsed = ParsedTimeStamp.of(raw);
    if (!TimeStampAlgorithms.areAllowed(parsed.signer(), parsed.signed().getDigestAlgorithmIDs())) {
      throw refused(ErrorCode.SCM_ALGORITHM, "digest or signature");
    }
    Instant time = parsed.time();
    X509Certificate certificate = TimeStampCertificate.trusted(parsed.holder(), anchors, time);
    TimeStampCertificate.checkUse(certificate);
    TimeStampCertificate.checkSigned(parsed.signer().getSignedAttributes(), parsed.holder());
    checkSignature(parsed, certificate);
    if (!TimeStampCertificate.isNamedBy(parsed.info().getTsa(), parsed.holder())) {
      throw refused(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, "the stamp names another authority");
    }
    checkImprint(parsed.info().getMessageImprint(), digest);
    ASN1Integer nonce = parsed.info().getNonce();
    return new TimeStamp(
        raw,
        time,
        parsed.accuracy(),
        parsed.info().getSerialNumber().getValue(),
        parsed.info().getPolicy().getId(),
        nonce == null ? null : nonce.getValue(),
        certificate);
  }

  private static void checkSignature(ParsedTimeStamp parsed, X509Certificate certificate)
      throws CMSException {
    if (!parsed
        .signer()
        .verify(SignerVerifiers.of(TimeStampAlgorithms.verifierOf(certificate, parsed.holder())))) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "signature does not match");
    }
  }

  private static void checkImprint(MessageImprint imprint, byte[] digest) {
    if (!TimeStampRequest.isSha256(imprint.getHashAlgorithm())
        || !Arrays.equals(imprint.getHashedMessage(), digest)) {
      throw refused(ErrorCode.SCM_TIME_STAMP_CONTENT, "another document");
    }
  }
}
