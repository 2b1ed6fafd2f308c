package jp.chukan.command.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;

/** Kind and size of a key pair. */
enum KeyAlgorithm {
  EC_P256("EC-P256"),
  RSA_3072("RSA-3072");

  private final String label;

  KeyAlgorithm(String label) {
    this.label = label;
  }

  KeyPair generate(SecureRandom random) throws GeneralSecurityException {
    return switch (this) {
      case EC_P256 -> {
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

  static KeyAlgorithm ofLabel(String label) {
    for (var algorithm : values()) {
      if (algorithm.label.equals(label)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("no such algorithm: " + label);
  }
}
