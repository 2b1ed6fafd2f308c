package jp.chukan.mocknetwork.connection;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what a system stores about persons: AES-256-GCM under a key of that system. */
public final class Vault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;

  private final SecretKeySpec encryptionKey;
  private final SecretKeySpec indexKey;
  private final SecureRandom random;

  private Vault(byte[] secret, SecureRandom random) {
    this.encryptionKey = new SecretKeySpec(Arrays.copyOfRange(secret, 0, KEY), "AES");
    this.indexKey = new SecretKeySpec(Arrays.copyOfRange(secret, KEY, 2 * KEY), "HmacSHA256");
    this.random = random;
  }

  /**
   * The vault of a system.
   *
   * @param secret file of its key, made when it is not there
   */
  public static Vault of(Path secret, SecureRandom random) {
    return new Vault(SecretFile.readOrCreate(secret, 2 * KEY, random), random);
  }

  public byte[] seal(byte[] plaintext) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plaintext);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  public byte[] open(byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    return run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
  }

  /**
   * A keyed digest: the same for the same content, so that it is found without opening anything.
   */
  public byte[] digest(byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(indexKey);
      return mac.doFinal(content);
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
      throw new IllegalStateException("stored data cannot be processed", e);
    }
  }
}
