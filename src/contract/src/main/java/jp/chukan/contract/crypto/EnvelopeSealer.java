package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;

/**
 * Seals an answer for one inquirer: signed by the provider, then encrypted to the inquirer's key so
 * that only its private key opens it (MS-40). SignedData inside AuthEnvelopedData (RFC 5083, RFC
 * 5084), the binding as an attribute that the signature covers; in {@link CryptoProfile#HYBRID}
 * that inside a second AuthEnvelopedData. Safe for use by many threads.
 */
public final class EnvelopeSealer {
  private final DocumentSigner signer;
  private final EnvelopeEncryption encryption;

  public EnvelopeSealer(DocumentSigner signer, SecureRandom random) {
    this.signer = signer;
    this.encryption = new EnvelopeEncryption(random);
  }

  /**
   * The sealed envelope.
   *
   * @throws InvalidInputException with {@link ErrorCode#TKY_KEY_UNSUITABLE} when the binding names
   *     another key or inquirer than the certificate, {@link ErrorCode#SCM_ALGORITHM} when it names
   *     a profile that this side does not speak or that the certificate has no key for
   */
  public byte[] seal(byte[] plaintext, EnvelopeBinding binding, RecipientCertificate recipient) {
    if (!binding.keyId().equals(recipient.keyId())
        || !binding.inquirer().equals(recipient.institution())) {
      throw InvalidInputException.of(ErrorCode.TKY_KEY_UNSUITABLE);
    }
    CryptoProfile profile =
        CryptoProfile.ofId(binding.profileId())
            .filter(recipient.profiles()::contains)
            .orElseThrow(() -> InvalidInputException.of(ErrorCode.SCM_ALGORITHM));
    byte[] signed = signer.sign(plaintext, List.of(EnvelopeAttributes.of(binding)));
    try {
      byte[] inner = encrypted(signed, encryption.recipient(recipient.certificate()));
      return switch (profile) {
        case CLASSICAL -> inner;
        case HYBRID -> encrypted(inner, outerRecipient(recipient));
      };
    } catch (CMSException | GeneralSecurityException | IOException failure) {
      throw new IllegalStateException("the answer cannot be encrypted", failure);
    }
  }

  private RecipientInfoGenerator outerRecipient(RecipientCertificate recipient)
      throws GeneralSecurityException {
    return encryption.recipient(
        recipient.certificate(), recipient.encapsulationKey().orElseThrow());
  }

  private byte[] encrypted(byte[] content, RecipientInfoGenerator recipient)
      throws CMSException, IOException {
    var generator = new CMSAuthEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(recipient);
    return generator
        .generate(new CMSProcessableByteArray(content), encryption.content())
        .toASN1Structure()
        .getEncoded(ASN1Encoding.DL);
  }
}
