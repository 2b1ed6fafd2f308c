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
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;

/**
 * The one form that an envelope of {@link CryptoProfile#CLASSICAL} may have. The tag covers only
 * the content, so everything around it is held to one encoding: an envelope that differs in any
 * byte is another envelope, and a lenient parser decides nothing.
 */
final class EnvelopeForm {
  private static final int AGREEMENT_VERSION = 3;
  private static final int TRANSPORT_VERSION = 0;
  private static final byte UNCOMPRESSED = 4;

  private EnvelopeForm() {}

  /**
   * The parsed envelope, when it has this form and its one recipient is the holder of this
   * certificate.
   *
   * @throws RefusedCryptoException when it has not
   */
  static ContentInfo parse(byte[] envelope, Certificate own)
      throws IOException, RefusedCryptoException {
    ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(envelope));
    if (info == null || !CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType())) {
      throw new RefusedCryptoException("not an AuthEnvelopedData");
    }
    AuthEnvelopedData data = AuthEnvelopedData.getInstance(info.getContent());
    require(isEncodedAs(new ContentInfo(info.getContentType(), data), envelope), "encoding");
    require(
        data.getOriginatorInfo() == null
            && data.getAuthAttrs() == null
            && data.getUnauthAttrs() == null,
        "fields that the profile does not use");
    checkContent(data);
    require(data.getRecipientInfos().size() == 1, "not exactly one recipient");
    checkRecipient(data.getRecipientInfos().getObjectAt(0), own);
    return info;
  }

  private static void checkContent(AuthEnvelopedData data) throws RefusedCryptoException {
    EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
    AlgorithmIdentifier algorithm = content.getContentEncryptionAlgorithm();
    require(
        CMSObjectIdentifiers.data.equals(content.getContentType())
            && CMSAlgorithm.AES256_GCM.equals(algorithm.getAlgorithm()),
        "content encryption");
    GCMParameters parameters = GCMParameters.getInstance(algorithm.getParameters());
    require(
        parameters != null
            && parameters.getIcvLen() == CryptoProfile.TAG_BYTES
            && parameters.getNonce().length == CryptoProfile.NONCE_BYTES
            && data.getMac().getOctets().length == CryptoProfile.TAG_BYTES,
        "length of tag or nonce");
  }

  private static void checkRecipient(ASN1Encodable element, Certificate own)
      throws IOException, RefusedCryptoException {
    byte[] encoded = element.toASN1Primitive().getEncoded(ASN1Encoding.DL);
    switch (RecipientInfo.getInstance(element).getInfo()) {
      case KeyAgreeRecipientInfo agreement -> checkAgreement(agreement, encoded, own);
      case KeyTransRecipientInfo transport -> checkTransport(transport, encoded, own);
      default -> throw new RefusedCryptoException("kind of recipient");
    }
  }

  private static void checkAgreement(
      KeyAgreeRecipientInfo agreement, byte[] encoded, Certificate own)
      throws IOException, RefusedCryptoException {
    require(isEncodedAs(new RecipientInfo(agreement), encoded), "encoding of the recipient");
    require(
        agreement.getVersion().hasValue(AGREEMENT_VERSION)
            && CMSAlgorithm.ECDH_SHA256KDF.equals(
                agreement.getKeyEncryptionAlgorithm().getAlgorithm())
            && isAes256Wrap(agreement.getKeyEncryptionAlgorithm().getParameters()),
        "key agreement");
    OriginatorPublicKey ephemeral = agreement.getOriginator().getOriginatorKey();
    require(ephemeral != null && isOnCurveOf(own, ephemeral), "ephemeral key");
    ASN1Sequence keys = agreement.getRecipientEncryptedKeys();
    require(keys.size() == 1, "not exactly one encrypted key");
    RecipientEncryptedKey key = RecipientEncryptedKey.getInstance(keys.getObjectAt(0));
    requireOwn(key.getIdentifier().getIssuerAndSerialNumber(), own);
  }

  private static void checkTransport(
      KeyTransRecipientInfo transport, byte[] encoded, Certificate own)
      throws IOException, RefusedCryptoException {
    require(isEncodedAs(new RecipientInfo(transport), encoded), "encoding of the recipient");
    require(
        transport.getVersion().hasValue(TRANSPORT_VERSION)
            && KeyTransport.isOaepSha256(transport.getKeyEncryptionAlgorithm()),
        "key transport");
    if (!(transport.getRecipientIdentifier().getId() instanceof IssuerAndSerialNumber identifier)) {
      throw new RefusedCryptoException("kind of identifier");
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
      throws IOException, RefusedCryptoException {
    // compared as bytes: names of X.500 are equal in more ways than one
    require(
        identifier != null
            && isEncodedAs(
                new IssuerAndSerialNumber(own.getIssuer(), own.getSerialNumber().getValue()),
                identifier.getEncoded(ASN1Encoding.DER)),
        "for another recipient");
  }

  private static boolean isEncodedAs(ASN1Object object, byte[] expected) throws IOException {
    return Arrays.equals(object.getEncoded(ASN1Encoding.DL), expected);
  }

  private static void require(boolean holds, String otherwise) throws RefusedCryptoException {
    if (!holds) {
      throw new RefusedCryptoException(otherwise);
    }
  }
}
