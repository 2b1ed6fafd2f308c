package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JceAsymmetricKeyWrapper;

/**
 * Seals an answer for one inquirer: signed by the provider, then encrypted to the inquirer's key so
 * that only its private key opens it (MS-40). SignedData inside AuthEnvelopedData (RFC 5083, RFC
 * 5084), the binding as an attribute that the signature covers. Safe for use by many threads.
 */
public final class EnvelopeSealer {
  private final DocumentSigner signer;
  private final SecureRandom random;

  public EnvelopeSealer(DocumentSigner signer, SecureRandom random) {
    this.signer = signer;
    this.random = random;
  }

  /**
   * The sealed envelope.
   *
   * @throws InvalidInputException with {@link ErrorCode#TKY_KEY_UNSUITABLE} when the binding names
   *     another key or inquirer than the certificate, {@link ErrorCode#SCM_ALGORITHM} when it names
   *     a profile that this side does not speak
   */
  public byte[] seal(byte[] plaintext, EnvelopeBinding binding, RecipientCertificate recipient) {
    if (!binding.keyId().equals(recipient.keyId())
        || !binding.inquirer().equals(recipient.institution())) {
      throw InvalidInputException.of(ErrorCode.TKY_KEY_UNSUITABLE);
    }
    if (CryptoProfile.ofId(binding.profileId()).isEmpty()) {
      throw InvalidInputException.of(ErrorCode.SCM_ALGORITHM);
    }
    byte[] signed = signer.sign(plaintext, List.of(EnvelopeAttributes.of(binding)));
    try {
      var generator = new CMSAuthEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(recipientInfo(recipient.certificate()));
      return generator
          .generate(new CMSProcessableByteArray(signed), contentEncryptor())
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DL);
    } catch (CMSException | GeneralSecurityException | IOException failure) {
      throw new IllegalStateException("the answer cannot be encrypted", failure);
    }
  }

  private OutputAEADEncryptor contentEncryptor() throws CMSException {
    OutputEncryptor encryptor =
        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
            .setProvider(CryptoProviders.envelope())
            .setSecureRandom(random)
            .build();
    if (encryptor instanceof OutputAEADEncryptor authenticated) {
      return authenticated;
    }
    throw new CMSException("AES-256-GCM is not authenticated encryption in this library");
  }

  private RecipientInfoGenerator recipientInfo(X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    if (certificate.getPublicKey() instanceof ECPublicKey key) {
      KeyPair ephemeral = ephemeral(key);
      return new JceKeyAgreeRecipientInfoGenerator(
              CMSAlgorithm.ECDH_SHA256KDF,
              ephemeral.getPrivate(),
              ephemeral.getPublic(),
              CMSAlgorithm.AES256_WRAP)
          .setProvider(CryptoProviders.envelope())
          .setSecureRandom(random)
          .addRecipient(certificate);
    }
    var wrapper =
        new JceAsymmetricKeyWrapper(KeyTransport.OAEP_SHA256, certificate.getPublicKey())
            .setProvider(CryptoProviders.envelope())
            .setSecureRandom(random);
    return new JceKeyTransRecipientInfoGenerator(certificate, wrapper);
  }

  /** A key pair for one envelope only: the library would send any pair that it is given. */
  private KeyPair ephemeral(ECPublicKey recipient) throws GeneralSecurityException {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance("EC", CryptoProviders.ellipticCurves());
    generator.initialize(recipient.getParams(), random);
    return generator.generateKeyPair();
  }
}
