package jp.chukan.contract.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JceAsymmetricKeyWrapper;

/** How a {@link CryptoProfile} encrypts contents, and their key for each recipient. */
final class EnvelopeEncryption {
  private final SecureRandom random;

  EnvelopeEncryption(SecureRandom random) {
    this.random = random;
  }

  /** A new key of AES-256-GCM for one content. */
  OutputAEADEncryptor content() throws CMSException {
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

  /** The key of the content for the holder of this certificate, by its EC or RSA key. */
  RecipientInfoGenerator recipient(X509Certificate certificate) throws GeneralSecurityException {
    if (certificate.getPublicKey() instanceof ECPublicKey key) {
      return new AgreementRecipientGenerator(ephemeral(key), certificate);
    }
    var wrapper =
        new JceAsymmetricKeyWrapper(KeyTransport.OAEP_SHA256, certificate.getPublicKey())
            .setProvider(CryptoProviders.envelope())
            .setSecureRandom(random);
    return new JceKeyTransRecipientInfoGenerator(certificate, wrapper);
  }

  /** The key of the content for the holder of this certificate, by its key of ML-KEM-768. */
  RecipientInfoGenerator recipient(X509Certificate certificate, PublicKey encapsulationKey)
      throws GeneralSecurityException {
    return KeyEncapsulation.recipient(encapsulationKey, certificate, random);
  }

  /** A key pair for one envelope only: the library would send any pair that it is given. */
  private KeyPair ephemeral(ECPublicKey recipient) throws GeneralSecurityException {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance("EC", CryptoProviders.ellipticCurves());
    generator.initialize(recipient.getParams(), random);
    return generator.generateKeyPair();
  }
}
