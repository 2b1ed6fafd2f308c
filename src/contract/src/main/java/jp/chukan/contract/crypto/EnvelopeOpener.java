package jp.chukan.contract.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.Collection;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.RecipientInformation;

/**
 * Opens an answer with the inquirer's private key. Plaintext leaves only after tag, the provider's
 * signature and binding are proved.
 *
 * <p>Every failure is the same {@link InvalidInputException} with {@link ErrorCode#SCM_ENVELOPE}: a
 * sender that could tell a wrong key from a wrong tag could use this side as an oracle. The cause
 * holds the precise {@link EnvelopeDefect} for this side's operators and never holds content.
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
   * The opened envelope, when it has the form of the expected profile, belongs to the expected
   * exchange and the expected provider signed it. The expiry is not compared but read from the
   * envelope: it must be in the future.
   *
   * @throws InvalidInputException with {@link ErrorCode#SCM_ENVELOPE}; {@link EnvelopeDefect#in}
   *     says why
   */
  public OpenedEnvelope open(
      byte[] envelope, EnvelopeBinding expected, InstitutionCode expectedSigner) {
    try {
      VerifiedDocument document = verified(signedIn(envelope, expected), expectedSigner);
      EnvelopeBinding binding = bindingOf(document);
      checkBinding(binding, expected);
      return new OpenedEnvelope(binding, document);
    } catch (DefectiveEnvelopeException defective) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_ENVELOPE), defective);
    }
  }

  private byte[] signedIn(byte[] envelope, EnvelopeBinding expected)
      throws DefectiveEnvelopeException {
    CryptoProfile profile =
        CryptoProfile.ofId(expected.profileId())
            .orElseThrow(() -> new DefectiveEnvelopeException(EnvelopeDefect.PROFILE));
    try {
      byte[] inner =
          switch (profile) {
            case CLASSICAL -> envelope;
            case HYBRID -> decrypt(EnvelopeForm.parseOuter(envelope, certificate));
          };
      return decrypt(EnvelopeForm.parse(inner, certificate));
    } catch (IOException | CMSException | RuntimeException malformed) {
      // BouncyCastle reports bad structure by many unchecked types
      throw new DefectiveEnvelopeException(EnvelopeDefect.STRUCTURE, malformed);
    }
  }

  private byte[] decrypt(ContentInfo form) throws CMSException, DefectiveEnvelopeException {
    Collection<RecipientInformation> recipients =
        new CMSAuthEnvelopedData(form).getRecipientInfos().getRecipients();
    if (recipients.size() != 1) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.RECIPIENT_COUNT);
    }
    CMSTypedStream content = content(recipients.iterator().next());
    try (InputStream decrypted = content.getContentStream()) {
      // reads to the end and fails there on a wrong tag; nothing is handed on before
      return decrypted.readAllBytes();
    } catch (IOException | RuntimeException unproven) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.TAG, unproven);
    }
  }

  private CMSTypedStream content(RecipientInformation recipient) throws DefectiveEnvelopeException {
    try {
      return recipient.getContentStream(key.opening(recipient));
    } catch (CMSException | IOException | RefusedCryptoException | RuntimeException failure) {
      // BouncyCastle reports wrong keys by many unchecked types
      throw new DefectiveEnvelopeException(EnvelopeDefect.CONTENT_KEY, failure);
    }
  }

  private VerifiedDocument verified(byte[] signed, InstitutionCode expectedSigner)
      throws DefectiveEnvelopeException {
    try {
      return verifier.verify(new RawSignedDocument(signed), expectedSigner);
    } catch (RuntimeException refused) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.SIGNATURE, refused);
    }
  }

  private static EnvelopeBinding bindingOf(VerifiedDocument document)
      throws DefectiveEnvelopeException {
    try {
      return EnvelopeAttributes.read(document.signedAttributes());
    } catch (RefusedCryptoException | RuntimeException unreadable) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.BINDING, unreadable);
    }
  }

  private void checkBinding(EnvelopeBinding binding, EnvelopeBinding expected)
      throws DefectiveEnvelopeException {
    if (!binding.isSameExchange(expected) || !binding.keyId().equals(key.keyId())) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.BINDING);
    }
    if (!clock.instant().isBefore(binding.expiresAt())) {
      throw new DefectiveEnvelopeException(EnvelopeDefect.EXPIRED);
    }
  }
}
