package jp.chukan.contract.crypto;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;

/**
 * The one form that an envelope may have: that of {@link CryptoProfile#CLASSICAL}, or the outer
 * layer of {@link CryptoProfile#HYBRID}, whose content is one of the former. The tag covers only
 * the content, so everything around it is held to one encoding: an envelope that differs in any
 * byte is another envelope, and a lenient parser decides nothing.
 */
final class EnvelopeForm {
  private static final int AGREEMENT_VERSION = 3;
  private static final int TRANSPORT_VERSION = 0;
  private static final byte UNCOMPRESSED = 4;

  private EnvelopeForm() {}

  /**
   * The parsed envelope, when it is encrypted to the EC or RSA key of this certificate and to
   * nothing else.
   *
   * @throws DefectiveEnvelopeException when it is not, or is of another form
   */
  static ContentInfo parse(byte[] envelope, Certificate own)
      throws IOException, DefectiveEnvelopeException {
    return parse(envelope, own, EnvelopeForm::checkRecipient);
  }

  /**
   * The parsed outer layer, when it is encrypted to the ML-KEM-768 key of this certificate and to
   * nothing else.
   *
   * @throws DefectiveEnvelopeException when it is not, or is of another form
   */
  static ContentInfo parseOuter(byte[] envelope, Certificate own)
      throws IOException, DefectiveEnvelopeException {
    return parse(envelope, own, EnvelopeForm::checkKem);
  }

  /** What the one recipient must be. */
  @FunctionalInterface
  private interface RecipientForm {
    void check(RecipientInfo recipient, byte[] encoded, Certificate own)
        throws IOException, DefectiveEnvelopeException;
  }

  private static ContentInfo parse(byte[] envelope, Certificate own, RecipientForm recipient)
      throws IOException, DefectiveEnvelopeException {
    ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(envelope));
    if (info == null || !CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType())) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.STRUCTURE);
    }
    AuthEnvelopedData data = AuthEnvelopedData.getInstance(info.getContent());
    require(
        isEncodedAs(new ContentInfo(info.getContentType(), data), envelope),
        EnvelopeDefect.ENCODING);
    require(
        data.getOriginatorInfo() == null
            && data.getAuthAttrs() == null
            && data.getUnauthAttrs() == null,
        EnvelopeDefect.FIELDS);
    checkContent(data);
    require(data.getRecipientInfos().size() == 1, EnvelopeDefect.RECIPIENT_COUNT);
    ASN1Encodable only = data.getRecipientInfos().getObjectAt(0);
    recipient.check(
        RecipientInfo.getInstance(only), only.toASN1Primitive().getEncoded(ASN1Encoding.DL), own);
    return info;
  }

  private static void checkContent(AuthEnvelopedData data) throws DefectiveEnvelopeException {
    EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
    AlgorithmIdentifier algorithm = content.getContentEncryptionAlgorithm();
    require(
        CMSObjectIdentifiers.data.equals(content.getContentType())
            && CMSAlgorithm.AES256_GCM.equals(algorithm.getAlgorithm()),
        EnvelopeDefect.CONTENT_ENCRYPTION);
    GCMParameters parameters = GCMParameters.getInstance(algorithm.getParameters());
    require(
        parameters != null
            && parameters.getIcvLen() == CryptoProfile.TAG_BYTES
            && parameters.getNonce().length == CryptoProfile.NONCE_BYTES
            && data.getMac().getOctets().length == CryptoProfile.TAG_BYTES,
        EnvelopeDefect.TAG_LENGTH);
  }

  private static void checkRecipient(RecipientInfo recipient, byte[] encoded, Certificate own)
      throws IOException, DefectiveEnvelopeException {
    switch (recipient.getInfo()) {
      case KeyAgreeRecipientInfo agreement -> checkAgreement(agreement, encoded, own);
      case KeyTransRecipientInfo transport -> checkTransport(transport, encoded, own);
      default -> throw new DefectiveEnvelopeException(EnvelopeDefect.RECIPIENT_ALGORITHM);
    }
  }

  private static void checkKem(RecipientInfo recipient, byte[] encoded, Certificate own)
      throws IOException, DefectiveEnvelopeException {
    if (!(recipient.getInfo() instanceof OtherRecipientInfo other)
        || !CMSObjectIdentifiers.id_ori_kem.equals(other.getType())) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.RECIPIENT_ALGORITHM);
    }
    KEMRecipientInfo kem = KEMRecipientInfo.getInstance(other.getValue());
    require(
        isEncodedAs(new RecipientInfo(new OtherRecipientInfo(other.getType(), kem)), encoded),
        EnvelopeDefect.ENCODING);
    require(KeyEncapsulation.isOfProfile(kem), EnvelopeDefect.RECIPIENT_ALGORITHM);
    if (!(kem.getRecipientIdentifier().getId() instanceof IssuerAndSerialNumber identifier)) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.OTHER_RECIPIENT);
    }
    requireOwn(identifier, own);
  }

  private static void checkAgreement(
      KeyAgreeRecipientInfo agreement, byte[] encoded, Certificate own)
      throws IOException, DefectiveEnvelopeException {
    require(isEncodedAs(new RecipientInfo(agreement), encoded), EnvelopeDefect.ENCODING);
    require(
        agreement.getVersion().hasValue(AGREEMENT_VERSION)
            && CMSAlgorithm.ECDH_SHA256KDF.equals(
                agreement.getKeyEncryptionAlgorithm().getAlgorithm())
            && isAes256Wrap(agreement.getKeyEncryptionAlgorithm().getParameters()),
        EnvelopeDefect.RECIPIENT_ALGORITHM);
    OriginatorPublicKey ephemeral = agreement.getOriginator().getOriginatorKey();
    require(ephemeral != null && isOnCurveOf(own, ephemeral), EnvelopeDefect.RECIPIENT_ALGORITHM);
    ASN1Sequence keys = agreement.getRecipientEncryptedKeys();
    require(keys.size() == 1, EnvelopeDefect.RECIPIENT_COUNT);
    RecipientEncryptedKey key = RecipientEncryptedKey.getInstance(keys.getObjectAt(0));
    requireOwn(key.getIdentifier().getIssuerAndSerialNumber(), own);
  }

  private static void checkTransport(
      KeyTransRecipientInfo transport, byte[] encoded, Certificate own)
      throws IOException, DefectiveEnvelopeException {
    require(isEncodedAs(new RecipientInfo(transport), encoded), EnvelopeDefect.ENCODING);
    require(
        transport.getVersion().hasValue(TRANSPORT_VERSION)
            && KeyTransport.isOaepSha256(transport.getKeyEncryptionAlgorithm()),
        EnvelopeDefect.RECIPIENT_ALGORITHM);
    if (!(transport.getRecipientIdentifier().getId() instanceof IssuerAndSerialNumber identifier)) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.OTHER_RECIPIENT);
    }
    requireOwn(identifier, own);
  }

  private static boolean isAes256Wrap(ASN1Encodable parameters) {
    AlgorithmIdentifier wrap = AlgorithmIdentifier.getInstance(parameters);
    return CMSAlgorithm.AES256_WRAP.equals(wrap.getAlgorithm()) && isAbsent(wrap.getParameters());
  }

  /** The curve may be left out (RFC 5753 §7.1.2); when it is named it must be the recipient's. */
  private static boolean isOnCurveOf(Certificate own, OriginatorPublicKey ephemeral) {
    AlgorithmIdentifier algorithm = ephemeral.getAlgorithm();
    return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())
        && isUncompressed(ephemeral.getPublicKeyData())
        && (isAbsent(algorithm.getParameters())
            || algorithm.equals(own.getSubjectPublicKeyInfo().getAlgorithm()));
  }

  /** A point has up to three encodings; this one is what every implementation writes. */
  private static boolean isUncompressed(ASN1BitString point) {
    return point.getPadBits() == 0 && point.getOctets()[0] == UNCOMPRESSED;
  }

  private static boolean isAbsent(ASN1Encodable parameters) {
    return parameters == null || DERNull.INSTANCE.equals(parameters);
  }

  private static void requireOwn(IssuerAndSerialNumber identifier, Certificate own)
      throws IOException, DefectiveEnvelopeException {
    // compared as bytes: names of X.500 are equal in more ways than one
    require(
        identifier != null
            && isEncodedAs(
                new IssuerAndSerialNumber(own.getIssuer(), own.getSerialNumber().getValue()),
                identifier.getEncoded(ASN1Encoding.DER)),
        EnvelopeDefect.OTHER_RECIPIENT);
  }

  private static boolean isEncodedAs(ASN1Object object, byte[] expected) throws IOException {
    return Arrays.equals(object.getEncoded(ASN1Encoding.DL), expected);
  }

  private static void require(boolean holds, EnvelopeDefect otherwise)
      throws DefectiveEnvelopeException {
    if (!holds) {
      throw new DefectiveEnvelopeException(otherwise);
    }
  }
}
