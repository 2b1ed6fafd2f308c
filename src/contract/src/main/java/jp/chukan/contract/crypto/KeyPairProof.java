package jp.chukan.contract.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import javax.crypto.KeyAgreement;

/**
 * Proves that a private key works and belongs to its certificate, before anybody relies on it: a
 * key put beside the wrong certificate would sign what nobody believes, and open nothing.
 */
final class KeyPairProof {
  private static final byte[] PROBE = "chukan key probe".getBytes(StandardCharsets.US_ASCII);

  private KeyPairProof() {}

  /**
   * @param name of the key in its storage
   * @throws UnusableKeyFileException when it does not sign what the certificate verifies
   */
  static void prove(SigningKey key, String name) {
    try {
      Signature signing = Signature.getInstance("SHA256withECDSA", key.provider());
      signing.initSign(key.privateKey());
      signing.update(PROBE);
      byte[] signature = signing.sign();
      Signature verification =
          Signature.getInstance("SHA256withECDSA", CryptoProviders.ellipticCurves());
      verification.initVerify(key.certificate().getPublicKey());
      verification.update(PROBE);
      require(verification.verify(signature), name);
    } catch (GeneralSecurityException | ProviderException failure) {
      throw new UnusableKeyFileException(name, "does not sign", failure);
    }
  }

  /**
   * @param name of the key in its storage
   * @throws UnusableKeyFileException when it does not open what is encrypted to the certificate
   */
  static void prove(DecryptionKey key, String name) {
    try {
      switch (key.certificate().getPublicKey()) {
        case ECPublicKey own -> require(agrees(key, own), name);
        case RSAPublicKey own ->
            require(
                key.privateKey() instanceof RSAPrivateKey secret
                    && secret.getModulus().equals(own.getModulus()),
                name);
        default -> throw new UnusableKeyFileException(name, "is neither EC nor RSA");
      }
    } catch (GeneralSecurityException | ProviderException failure) {
      throw new UnusableKeyFileException(name, "does not decrypt", failure);
    }
  }

  /**
   * @param name of the key in its storage
   * @throws UnusableKeyFileException when it does not sign what the certificate verifies
   */
  static void prove(TlsKey key, char[] password, String name) {
    boolean rsa = key.certificate().getPublicKey() instanceof RSAPublicKey;
    String algorithm = rsa ? "SHA256withRSA" : "SHA256withECDSA";
    Provider provider = rsa ? CryptoProviders.rsa() : CryptoProviders.ellipticCurves();
    try {
      Signature signing = Signature.getInstance(algorithm, provider);
      if (!(key.store().getKey(key.alias(), password) instanceof PrivateKey secret)) {
        throw new UnusableKeyFileException(name, "is no private key");
      }
      signing.initSign(secret);
      signing.update(PROBE);
      byte[] signature = signing.sign();
      Signature verification = Signature.getInstance(algorithm, provider);
      verification.initVerify(key.certificate().getPublicKey());
      verification.update(PROBE);
      require(verification.verify(signature), name);
    } catch (GeneralSecurityException failure) {
      throw new UnusableKeyFileException(name, "does not sign", failure);
    }
  }

  private static boolean agrees(DecryptionKey key, ECPublicKey own)
      throws GeneralSecurityException {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance("EC", CryptoProviders.ellipticCurves());
    generator.initialize(own.getParams());
    KeyPair other = generator.generateKeyPair();
    KeyAgreement theirs = KeyAgreement.getInstance("ECDH", CryptoProviders.ellipticCurves());
    theirs.init(other.getPrivate());
    theirs.doPhase(own, true);
    return MessageDigest.isEqual(theirs.generateSecret(), agreed(key, other.getPublic()));
  }

  private static byte[] agreed(DecryptionKey key, PublicKey other) throws GeneralSecurityException {
    KeyAgreement ours = KeyAgreement.getInstance("ECDH", key.agreementProvider());
    ours.init(key.privateKey());
    ours.doPhase(other, true);
    return ours.generateSecret();
  }

  private static void require(boolean belongs, String name) {
    if (!belongs) {
      throw new UnusableKeyFileException(name, "does not belong to its certificate");
    }
  }
}
