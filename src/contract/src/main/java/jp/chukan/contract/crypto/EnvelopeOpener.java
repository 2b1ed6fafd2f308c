package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;

/**
 * Opens an answer with the inquirer's private key. Plaintext leaves only after tag, binding and the
 * provider's signature are proved.
 *
 * <p>Every failure is the same {@link InvalidInputException} with {@link ErrorCode#SCM_ENVELOPE}: a
 * sender that could tell a wrong key from a wrong tag could use this side as an oracle. The cause
 * holds the precise reason for this side's operators and never holds content.
 */
public final class EnvelopeOpener {
  private final DecryptionKey key;
  private final DocumentVerifier verifier;
  private final InstantSource clock;

  public EnvelopeOpener(DecryptionKey key, DocumentVerifier verifier, InstantSource clock) {
    this.key = key;
    this.verifier = verifier;
    this.clock = clock;
  }

  /**
   * The opened envelope, when it belongs to the expected exchange and the expected provider signed
   * it. The expiry is not compared but read from the envelope: it must be in the future.
   */
  public OpenedEnvelope open(
      byte[] envelope, EnvelopeBinding expected, InstitutionCode expectedSigner) {
    try {
      ContentInfo info = parse(envelope);
      checkContentEncryption(AuthEnvelopedData.getInstance(info.getContent()));
      CMSAuthEnvelopedData data = new CMSAuthEnvelopedData(info);
      RecipientInformation recipient = onlyRecipient(data);
      // getContent reads to the end and fails on a wrong tag; nothing is streamed before
      byte[] signed = recipient.getContent(privateKeyFor(recipient));
      VerifiedDocument document = verifier.verify(new RawSignedDocument(signed), expectedSigner);
      EnvelopeBinding binding = EnvelopeAttributes.read(document.signedAttributes());
      checkBinding(binding, expected);
      return new OpenedEnvelope(binding, document);
    } catch (IOException | CMSException | RefusedCryptoException | RuntimeException failure) {
      // BouncyCastle reports bad structure and wrong keys by many unchecked types
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_ENVELOPE), failure);
    }
  }

  private static ContentInfo parse(byte[] envelope) throws IOException, RefusedCryptoException {
    ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(envelope));
    if (info == null || !CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType())) {
      throw new RefusedCryptoException("not an AuthEnvelopedData");
    }
    return info;
  }

  private static void checkContentEncryption(AuthEnvelopedData data) throws RefusedCryptoException {
    if (data.getOriginatorInfo() != null
        || data.getAuthAttrs() != null
        || data.getUnauthAttrs() != null) {
      throw new RefusedCryptoException("fields that the profile does not use");
    }
    EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
    AlgorithmIdentifier algorithm = content.getContentEncryptionAlgorithm();
    if (!CMSObjectIdentifiers.data.equals(content.getContentType())
        || !CMSAlgorithm.AES256_GCM.equals(algorithm.getAlgorithm())) {
      throw new RefusedCryptoException("content encryption");
    }
    GCMParameters parameters = GCMParameters.getInstance(algorithm.getParameters());
    if (parameters == null
        || parameters.getIcvLen() != CryptoProfile.TAG_BYTES
        || parameters.getNonce().length != CryptoProfile.NONCE_BYTES
        || data.getMac().getOctets().length != CryptoProfile.TAG_BYTES) {
      throw new RefusedCryptoException("length of tag or nonce");
    }
  }

  private RecipientInformation onlyRecipient(CMSAuthEnvelopedData data)
      throws IOException, CMSException, RefusedCryptoException {
    Collection<RecipientInformation> recipients = data.getRecipientInfos().getRecipients();
    if (recipients.size() != 1) {
      throw new RefusedCryptoException(recipients.size() + " recipients");
    }
    RecipientInformation recipient = recipients.iterator().next();
    if (!recipient.getRID().match(holder())) {
      throw new RefusedCryptoException("for another recipient");
    }
    return recipient;
  }

  private JcaX509CertificateHolder holder() throws CMSException {
    try {
      return new JcaX509CertificateHolder(key.certificate());
    } catch (CertificateEncodingException unencodable) {
      throw new CMSException("own certificate", unencodable);
    }
  }

  private void checkBinding(EnvelopeBinding binding, EnvelopeBinding expected)
      throws RefusedCryptoException {
    if (!binding.isSameExchange(expected) || !binding.keyId().equals(key.keyId())) {
      throw new RefusedCryptoException("bound to another exchange");
    }
    if (CryptoProfile.ofId(binding.profileId()).isEmpty()) {
      throw new RefusedCryptoException("unknown profile");
    }
    if (!clock.instant().isBefore(binding.expiresAt())) {
      throw new RefusedCryptoException("expired");
    }
  }

  private Recipient privateKeyFor(RecipientInformation recipient) throws RefusedCryptoException {
    AlgorithmIdentifier algorithm = recipient.getKeyEncryptionAlgorithm();
    int tagBits = CryptoProfile.TAG_BYTES * Byte.SIZE;
    return switch (recipient) {
      case KeyAgreeRecipientInformation agree when isEphemeralAgreement(agree, algorithm) ->
          new JceKeyAgreeAuthEnvelopedRecipient(key.privateKey())
              .setProvider(CryptoProviders.envelope())
              .setAllowedContentAlgorithms(Set.of(CMSAlgorithm.AES256_GCM))
              .setMinimumTagSize(tagBits);
      case KeyTransRecipientInformation transport when KeyTransport.isOaepSha256(algorithm) ->
          new JceKeyTransAuthEnvelopedRecipient(key.privateKey())
              .setProvider(CryptoProviders.envelope())
              .setKeySizeValidation(true)
              .setAllowedContentAlgorithms(Set.of(CMSAlgorithm.AES256_GCM))
              .setMinimumTagSize(tagBits);
      default -> throw new RefusedCryptoException("key encryption");
    };
  }

  private static boolean isEphemeralAgreement(
      KeyAgreeRecipientInformation recipient, AlgorithmIdentifier algorithm) {
    return CMSAlgorithm.ECDH_SHA256KDF.equals(algorithm.getAlgorithm())
        && CMSAlgorithm.AES256_WRAP.equals(
            AlgorithmIdentifier.getInstance(algorithm.getParameters()).getAlgorithm())
        && recipient.getOriginator().getOriginatorKey() != null;
  }
}
