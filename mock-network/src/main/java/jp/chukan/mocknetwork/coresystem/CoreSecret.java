package jp.chukan.mocknetwork.coresystem;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.SecretFile;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The secret under which the core makes 「符号」; nobody else has it. */
@Component
final class CoreSecret {
  static final int LENGTH = 96;
  private static final String MAC = "HmacSHA256";
  private final SecretKeySpec encryptionKey;
  private final SecretKeySpec vectorKey;
  private final SecretKeySpec indexKey;

  @Autowired
  CoreSecret(MockNetworkSettings settings, SecureRandom random) {
    this(SecretFile.readOrCreate(settings.secretFile("core-secret"), LENGTH, random));
  }

  CoreSecret(byte[] secret) {
    this.encryptionKey = new SecretKeySpec(Arrays.copyOfRange(secret, 0, 32), "AES");
    this.vectorKey = new SecretKeySpec(Arrays.copyOfRange(secret, 32, 64), MAC);
    this.indexKey = new SecretKeySpec(Arrays.copyOfRange(secret, 64, LENGTH), MAC);
  }

  /** Synthetic initialisation vector: depends on everything that is encrypted under it. */
  byte[] vector(byte[] plaintext) {
    return Arrays.copyOf(mac(vectorKey, plaintext), 16);
  }

  byte[] crypt(byte[] vector, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, encryptionKey, new IvParameterSpec(vector));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks AES in counter mode", e);
    }
  }

  /** What the core keeps of a 「住民票コード」: enough to know the person again, not to tell the code. */
  byte[] index(ResidentRecordCode code) {
    return mac(indexKey, code.value().getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] mac(SecretKeySpec key, byte[] input) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks " + MAC, e);
    }
  }
}
