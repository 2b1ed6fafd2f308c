package jp.chukan.contract.crypto;

import static jp.chukan.contract.crypto.TimeStampRefusals.refused;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** Whether a certificate is that of a time-stamp authority, and the one that it signed with. */
final class TimeStampCertificate {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  private TimeStampCertificate() {}

  /** The certificate, proved at the time of the stamp (RFC 5280, PKIX). */
  static X509Certificate trusted(X509CertificateHolder holder, TrustAnchors anchors, Instant at)
      throws IOException {
    try {
      return anchors.trustedAsOf(holder.getEncoded(), List.of(), at);
    } catch (InvalidInputException untrusted) {
      throw refused(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, untrusted);
    }
  }

  /** For time stamps, for nothing else, and critically so (RFC 3161 section 2.3). */
  static void checkUse(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    if (usage == null || !(usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION])) {
      throw refused(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, "not for signatures");
    }
    try {
      if (!List.of(KeyPurposeId.id_kp_timeStamping.getId())
          .equals(certificate.getExtendedKeyUsage())) {
        throw refused(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, "not for time stamps alone");
      }
    } catch (CertificateException unreadable) {
      throw refused(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, unreadable);
    }
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    if (critical == null || !critical.contains(Extension.extendedKeyUsage.getId())) {
      throw refused(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, "its purpose is not critical");
    }
    if (!TimeStampAlgorithms.isAllowed(certificate.getPublicKey())) {
      throw refused(ErrorCode.SCM_ALGORITHM, "key of the authority");
    }
  }

  /**
   * What is signed names the certificate, so that no other one of the same key can take its place
   * (RFC 5816, RFC 5035).
   */
  static void checkSigned(AttributeTable signedAttributes, X509CertificateHolder holder)
      throws IOException, GeneralSecurityException {
    ASN1EncodableVector attributes =
        signedAttributes.getAll(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (attributes.size() == 0
        && signedAttributes.get(PKCSObjectIdentifiers.id_aa_signingCertificate) != null) {
      throw refused(ErrorCode.SCM_ALGORITHM, "names its certificate by SHA-1 only");
    }
    if (attributes.size() != 1) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "does not name its certificate once");
    }
    Attribute attribute = Attribute.getInstance(attributes.get(0));
    ESSCertIDv2[] named =
        SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0)).getCerts();
    if (attribute.getAttrValues().size() != 1 || named.length == 0) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "does not name its certificate once");
    }
    // the first is the signer's, others would be of its path
    if (!TimeStampAlgorithms.DIGESTS.contains(named[0].getHashAlgorithm().getAlgorithm())) {
      throw refused(ErrorCode.SCM_ALGORITHM, "names its certificate by another digest");
    }
    if (!names(named[0], holder)) {
      throw refused(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, "names another certificate");
    }
  }

  private static boolean names(ESSCertIDv2 named, X509CertificateHolder holder)
      throws IOException, GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance(named.getHashAlgorithm().getAlgorithm().getId())
            .digest(holder.getEncoded());
    IssuerSerial issuer = named.getIssuerSerial();
    return Arrays.equals(digest, named.getCertHash())
        && (issuer == null
            || (issuer.getSerial().hasValue(holder.getSerialNumber())
                && Arrays.asList(issuer.getIssuer().getNames())
                    .contains(new GeneralName(holder.getIssuer()))));
  }

  /** Whether the authority's name in the stamp, if there is one, is one of the certificate's. */
  static boolean isNamedBy(@Nullable GeneralName name, X509CertificateHolder holder) {
    if (name == null) {
      return true;
    }
    GeneralNames others =
        GeneralNames.fromExtensions(holder.getExtensions(), Extension.subjectAlternativeName);
    return Stream.concat(
            Stream.of(new GeneralName(holder.getSubject())),
            others == null ? Stream.empty() : Stream.of(others.getNames()))
        .anyMatch(name::equals);
  }
}
