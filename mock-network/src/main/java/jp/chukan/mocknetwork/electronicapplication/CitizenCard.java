package jp.chukan.mocknetwork.electronicapplication;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import jp.chukan.mocknetwork.application.Application;
import jp.chukan.mocknetwork.application.Attachment;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.person.SerialNumber;

/** A 「個人番号カード」 in the hands of a citizen: signs what the citizen applies for. */
public final class CitizenCard {
  private final SerialNumber serialNumber;
  private final KeyPair key;

  private CitizenCard(SerialNumber serialNumber, KeyPair key) {
    this.serialNumber = serialNumber;
    this.key = key;
  }

  /** A card with a key of its own (P-256). */
  public static CitizenCard issue(SerialNumber serialNumber, SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return new CitizenCard(serialNumber, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks P-256", e);
    }
  }

  public SerialNumber serialNumber() {
    return serialNumber;
  }

  /** What the card shows to whoever wants to check its signatures. */
  public PublicKey publicKey() {
    return key.getPublic();
  }

  /** Signs. */
  public SignedApplication sign(Application application, List<Attachment> attachments) {
    return SignedApplication.sign(application, attachments, key);
  }
}
