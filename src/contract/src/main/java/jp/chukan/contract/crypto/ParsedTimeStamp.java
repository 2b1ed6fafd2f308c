package jp.chukan.contract.crypto;

import static jp.chukan.contract.crypto.TimeStampRefusals.refused;

import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import jp.chukan.contract.error.ErrorCode;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a time-stamp token that has the form of RFC 3161 section 2.4.2. Nothing in it is
 * proved yet.
 *
 * @param holder the one certificate in the token that the signer names as its own
 */
record ParsedTimeStamp(
    CMSSignedData signed, SignerInformation signer, X509CertificateHolder holder, TSTInfo info) {
  private static final int INFO_VERSION = 1;

  /** The content of the token is no id-data, so its version is 3 (RFC 5652 section 5.1). */
  private static final int SIGNED_VERSION = 3;

  /** Coordinated universal time, without a zone of anybody (RFC 3161 section 2.4.2). */
  private static final Pattern GENERATED = Pattern.compile("[0-9]{14}(\\.[0-9]{0,8}[1-9])?Z");

  static ParsedTimeStamp of(RawTimeStamp raw) throws IOException, CMSException {
    // fromByteArray refuses bytes after the end
    ContentInfo container = ContentInfo.getInstance(ASN1Primitive.fromByteArray(raw.bytes()));
    if (container == null || !CMSObjectIdentifiers.signedData.equals(container.getContentType())) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "not a SignedData");
    }
    CMSSignedData signed = new CMSSignedData(container);
    SignerInformation signer = onlySigner(signed);
    checkEncoding(SignedData.getInstance(container.getContent()), signer);
    return new ParsedTimeStamp(signed, signer, certificateOf(signer, signed), infoOf(signed));
  }

  private static TSTInfo infoOf(CMSSignedData signed) throws IOException {
    CMSTypedData content = signed.getSignedContent();
    if (content == null
        || !PKCSObjectIdentifiers.id_ct_TSTInfo.equals(content.getContentType())
        || !(content.getContent() instanceof byte[] bytes)) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "no time in it");
    }
    TSTInfo info = TSTInfo.getInstance(ASN1Primitive.fromByteArray(bytes));
    if (info == null || !info.getVersion().hasValue(INFO_VERSION)) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "another version of the content");
    }
    if (info.getExtensions() != null
        && info.getExtensions().getCriticalExtensionOIDs().length > 0) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "an extension that must be understood");
    }
    return info;
  }

  /** Fields outside the signature are refused rather than ignored, as in documents. */
  private static SignerInformation onlySigner(CMSSignedData signed) {
    Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      throw refused(ErrorCode.SCM_TIME_STAMP, signers.size() + " signers");
    }
    SignerInformation signer = signers.iterator().next();
    if (signer.getSignedAttributes() == null || signer.getUnsignedAttributes() != null) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "no signed attributes, or unsigned ones");
    }
    if (signed.getVersion() != SIGNED_VERSION) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "another version");
    }
    return signer;
  }

  /** The library is lenient with tags: what is believed is what stands there. */
  private static void checkEncoding(SignedData signed, SignerInformation signer)
      throws IOException {
    if (!Arrays.equals(
        signed.getSignerInfos().getObjectAt(0).toASN1Primitive().getEncoded(ASN1Encoding.DL),
        signer.toASN1Structure().getEncoded(ASN1Encoding.DL))) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "encoded in another way");
    }
  }

  private static X509CertificateHolder certificateOf(SignerInformation signer, CMSSignedData signed)
      throws IOException {
    Collection<X509CertificateHolder> matches =
        signed.getCertificates().getMatches(signer.getSID());
    if (matches.size() != 1) {
      throw refused(
          ErrorCode.SCM_TIME_STAMP_CERTIFICATE, matches.size() + " certificates of the signer");
    }
    X509CertificateHolder holder = matches.iterator().next();
    if (!namesExactly(signer, holder)) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "signer is named in another way");
    }
    return holder;
  }

  /** The signature does not cover how the signer is named, so it has one encoding only. */
  private static boolean namesExactly(SignerInformation signer, X509CertificateHolder holder)
      throws IOException {
    SignerIdentifier named = signer.toASN1Structure().getSID();
    if (named.isTagged()) {
      SubjectKeyIdentifier key = SubjectKeyIdentifier.fromExtensions(holder.getExtensions());
      byte[] identifier = ASN1OctetString.getInstance(named.getId()).getOctets();
      return signer.getVersion() == 3
          && key != null
          && Arrays.equals(identifier, key.getKeyIdentifier());
    }
    return signer.getVersion() == 1
        && Arrays.equals(
            IssuerAndSerialNumber.getInstance(named.getId()).getEncoded(),
            new IssuerAndSerialNumber(holder.toASN1Structure()).getEncoded());
  }

  /** When the authority says that it stamped. */
  Instant time() {
    String time = info.getGenTime().getTimeString();
    if (!GENERATED.matcher(time).matches()) {
      throw refused(ErrorCode.SCM_TIME_STAMP, "time of another form");
    }
    try {
      return info.getGenTime().getDate().toInstant();
    } catch (ParseException otherForm) {
      throw refused(ErrorCode.SCM_TIME_STAMP, otherForm);
    }
  }

  @Nullable Duration accuracy() {
    Accuracy accuracy = info.getAccuracy();
    if (accuracy == null) {
      return null;
    }
    return Duration.ofSeconds(value(accuracy.getSeconds()))
        .plusMillis(value(accuracy.getMillis()))
        .plusNanos(value(accuracy.getMicros()) * 1_000L);
  }

  private static int value(@Nullable ASN1Integer part) {
    return part == null ? 0 : part.intPositiveValueExact();
  }
}
