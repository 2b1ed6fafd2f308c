package jp.chukan.mocknetwork.municipality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.SecretFile;
import org.springframework.stereotype.Component;

/** Encrypts what the 宛名 hub stores about persons (MS-44): AES-256-GCM under a key of the hub. */
@Component
public final class HubVault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private final SecretKeySpec encryptionKey;
  private final SecretKeySpec indexKey;
  private final SecureRandom random;

  HubVault(MockNetworkSettings settings, SecureRandom random) {
    byte[] secret = SecretFile.readOrCreate(settings.secretFile("hub-key"), 64, random);
    this.encryptionKey = new SecretKeySpec(Arrays.copyOfRange(secret, 0, 32), "AES");
    this.indexKey = new SecretKeySpec(Arrays.copyOfRange(secret, 32, 64), "HmacSHA256");
    this.random = random;
  }

  byte[] seal(String plaintext) {
    return seal(plaintext.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] seal(byte[] plaintext) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plaintext);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  String open(byte[] sealed) {
    return new String(openBytes(sealed), StandardCharsets.UTF_8);
  }

  public byte[] openBytes(byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
    return run(Cipher.DECRYPT_MODE, nonce, rest);
  }

  /** A keyed digest: tells whether a content is the same, and not which. */
  public byte[] digest(byte[] content) {
    return mac(content);
  }

  /** The same for the same 個人番号, so that a person is found again without opening anything. */
  byte[] index(IndividualNumber number) {
    return mac(number.value().getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] mac(byte[] input) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(indexKey);
      return mac.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks HmacSHA256", e);
    }
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, encryptionKey, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the hub's stored data cannot be processed", e);
    }
  }
}
