package jp.chukan.command.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/** Kind and size of the key pair of a certificate, or of both. */
enum KeyAlgorithm {
  EC_P256("EC-P256"),
  /** A key of ML-KEM-768 beside that of P-256, in the same certificate. */
  EC_P256_ML_KEM_768("EC-P256+ML-KEM-768"),
  RSA_3072("RSA-3072");

  private final String label;

  KeyAlgorithm(String label) {
    this.label = label;
  }

  KeyPair generate(SecureRandom random) throws GeneralSecurityException {
    return switch (this) {
      case EC_P256, EC_P256_ML_KEM_768 -> {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        yield generator.generateKeyPair();
      }
      case RSA_3072 -> {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072, random);
        yield generator.generateKeyPair();
      }
    };
  }

  /** The key pair that the certificate carries beside its own, or empty when it carries none. */
  Optional<KeyPair> generateSecond(SecureRandom random) throws GeneralSecurityException {
    if (this != EC_P256_ML_KEM_768) {
      return Optional.empty();
    }
    var generator = KeyPairGenerator.getInstance("ML-KEM");
    generator.initialize(new NamedParameterSpec("ML-KEM-768"), random);
    return Optional.of(generator.generateKeyPair());
  }

  static KeyAlgorithm ofLabel(String label) {
    for (var algorithm : values()) {
      if (algorithm.label.equals(label)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("no such algorithm: " + label);
  }
}
