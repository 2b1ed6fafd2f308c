package jp.chukan.contract.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The half of an authority that tells what it revoked, for the mock network and for tests: lists
 * (CRL) and answers about one certificate (OCSP), ECDSA with SHA-256. A country has real ones.
 */
public final class RevocationIssuer {
  private final PrivateKey key;
  private final X509Certificate signer;

  /**
   * @param key of an authority for lists, of its responder for answers
   * @param signer the certificate that belongs to it
   */
  public RevocationIssuer(PrivateKey key, X509Certificate signer) {
    this.key = key;
    this.signer = signer;
  }

  /**
   * A list in the name of the signer.
   *
   * @param revoked serial numbers with the time since when
   */
  public byte[] list(Map<BigInteger, Instant> revoked, Instant madeAt, Instant nextAt) {
    X500Name name = X500Name.getInstance(signer.getSubjectX500Principal().getEncoded());
    return list(name, revoked, madeAt, nextAt);
  }

  /** A list that claims to be of an authority, whoever the signer is. */
  public byte[] listInTheNameOf(
      X509Certificate authority, Map<BigInteger, Instant> revoked, Instant madeAt, Instant nextAt) {
    X500Name name = X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
    return list(name, revoked, madeAt, nextAt);
  }

  private byte[] list(
      X500Name name, Map<BigInteger, Instant> revoked, Instant madeAt, Instant nextAt) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(madeAt));
    builder.setNextUpdate(Date.from(nextAt));
    revoked.forEach(
        (serial, since) ->
            builder.addCRLEntry(serial, Date.from(since), CRLReason.cessationOfOperation));
    try {
      return builder.build(signing()).getEncoded();
    } catch (IOException | OperatorCreationException failure) {
      throw new IllegalStateException("the key for lists does not work", failure);
    }
  }

  /**
   * The answer to a question.
   *
   * @param question as it came
   * @param authority whose certificates are asked for; others are unknown
   * @param revoked serial numbers with the time since when
   */
  public byte[] answer(
      byte[] question,
      X509Certificate authority,
      Map<BigInteger, Instant> revoked,
      Instant madeAt,
      Instant nextAt) {
    try {
      X509CertificateHolder issuer = new JcaX509CertificateHolder(authority);
      X509CertificateHolder own = new JcaX509CertificateHolder(signer);
      BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(own.getSubject()));
      for (Req asked : new OCSPReq(question).getRequestList()) {
        CertificateStatus status =
            asked.getCertID().matchesIssuer(issuer, CryptoProviders.digests())
                ? status(revoked.get(asked.getCertID().getSerialNumber()))
                : new UnknownStatus();
        builder.addResponse(asked.getCertID(), status, Date.from(madeAt), Date.from(nextAt), null);
      }
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              builder.build(signing(), new X509CertificateHolder[] {own}, Date.from(madeAt)))
          .getEncoded();
    } catch (IOException unreadable) {
      return refusal();
    } catch (CertificateEncodingException | OCSPException | OperatorCreationException failure) {
      throw new IllegalStateException("the key for answers does not work", failure);
    }
  }

  private static CertificateStatus status(@Nullable Instant since) {
    return since == null
        ? CertificateStatus.GOOD
        : new RevokedStatus(Date.from(since), CRLReason.cessationOfOperation);
  }

  private static byte[] refusal() {
    try {
      OCSPResp malformed = new OCSPRespBuilder().build(OCSPRespBuilder.MALFORMED_REQUEST, null);
      return malformed.getEncoded();
    } catch (IOException | OCSPException failure) {
      throw new IllegalStateException("a refusal cannot be encoded", failure);
    }
  }

  private ContentSigner signing() throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
  }
}
