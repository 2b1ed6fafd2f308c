package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.Collection;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;

/**
 * Opens an answer with the inquirer's private key. Plaintext leaves only after tag, the provider's
 * signature and binding are proved.
 *
 * <p>Every failure is the same {@link InvalidInputException} with {@link ErrorCode#SCM_ENVELOPE}: a
 * sender that could tell a wrong key from a wrong tag could use this side as an oracle. The cause
 * holds the precise reason for this side's operators and never holds content.
 */
public final class EnvelopeOpener {
  private final DecryptionKey key;
  private final Certificate certificate;
  private final DocumentVerifier verifier;
  private final InstantSource clock;

  public EnvelopeOpener(DecryptionKey key, DocumentVerifier verifier, InstantSource clock) {
    this.key = key;
    this.verifier = verifier;
    this.clock = clock;
    try {
      this.certificate = Certificate.getInstance(key.certificate().getEncoded());
    } catch (CertificateEncodingException unencodable) {
      throw new IllegalArgumentException("the certificate cannot be encoded", unencodable);
    }
  }

  /**
   * The opened envelope, when it belongs to the expected exchange and the expected provider signed
   * it. The expiry is not compared but read from the envelope: it must be in the future.
   */
  public OpenedEnvelope open(
      byte[] envelope, EnvelopeBinding expected, InstitutionCode expectedSigner) {
    try {
      byte[] signed = decrypt(new CMSAuthEnvelopedData(EnvelopeForm.parse(envelope, certificate)));
      VerifiedDocument document = verifier.verify(new RawSignedDocument(signed), expectedSigner);
      EnvelopeBinding binding = EnvelopeAttributes.read(document.signedAttributes());
      checkBinding(binding, expected);
      return new OpenedEnvelope(binding, document);
    } catch (IOException | CMSException | RefusedCryptoException | RuntimeException failure) {
      // BouncyCastle reports bad structure and wrong keys by many unchecked types
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_ENVELOPE), failure);
    }
  }

  private byte[] decrypt(CMSAuthEnvelopedData data) throws CMSException, RefusedCryptoException {
    Collection<RecipientInformation> recipients = data.getRecipientInfos().getRecipients();
    if (recipients.size() != 1) {
      throw new RefusedCryptoException(recipients.size() + " recipients");
    }
    RecipientInformation recipient = recipients.iterator().next();
    // getContent reads to the end and fails on a wrong tag; nothing is streamed before
    return recipient.getContent(key.opening(recipient));
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
}
