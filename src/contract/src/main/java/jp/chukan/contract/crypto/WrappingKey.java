package jp.chukan.contract.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key that wraps the data keys; what it wrapped also proves that it is unaltered. Two forms,
 * told apart by their length: of a key from a file AES-256 key wrap (RFC 3394, 40 bytes); of a key
 * in a token AES-256-GCM, because SunPKCS11 has no key wrap: {@code 02}, 12 bytes of nonce, 32 of
 * key, 16 of tag (61 bytes). Safe for use by many threads.
 */
public final class WrappingKey {
  private static final String KEY_WRAP = "AESWrap_256";
  private static final String GCM = "AES/GCM/NoPadding";
  private static final byte GCM_FORM = 2;
  private static final int HEADER = 1 + CryptoProfile.NONCE_BYTES;
  private static final int GCM_LENGTH = HEADER + DataKey.BYTES + CryptoProfile.TAG_BYTES;
  private static final byte[] PURPOSE = "chukan data key".getBytes(StandardCharsets.US_ASCII);

  private final String id;
  private final SecretKey key;

  /** That of the token which the key is in; null when it came from a file. */
  private final @Nullable Provider token;

  private final SecureRandom random = new SecureRandom();

  WrappingKey(String id, SecretKey key) {
    this(id, key, null);
    byte[] encoded = key.getEncoded();
    if (encoded == null || encoded.length != DataKey.BYTES) {
      throw new IllegalArgumentException("the wrapping key is not AES-256");
    }
  }

  private WrappingKey(String id, SecretKey key, @Nullable Provider token) {
    this.id = id;
    this.key = key;
    this.token = token;
  }

  /**
   * A key in a token.
   *
   * @throws UnusableKeyFileException when it does not wrap
   */
  static WrappingKey inToken(String id, SecretKey key, Provider token) {
    WrappingKey wrapping = new WrappingKey(id, key, token);
    try {
      wrapping.unwrap(wrapping.wrap(DataKey.generate(wrapping.random)));
    } catch (IllegalStateException | UnreadableAtRestException failure) {
      throw new UnusableKeyFileException(id, "does not wrap", failure);
    }
    return wrapping;
  }

  /** Its name in the key store, to be stored beside each wrapped key. */
  public String id() {
    return id;
  }

  /** The data key under this key: fit to be stored. */
  public byte[] wrap(DataKey dataKey) {
    try {
      return token == null ? keyWrapped(dataKey) : encrypted(dataKey, token);
    } catch (GeneralSecurityException | ProviderException failure) {
      throw new IllegalStateException("the wrapping key does not work", failure);
    }
  }

  private byte[] keyWrapped(DataKey dataKey) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(KEY_WRAP, CryptoProviders.symmetric());
    cipher.init(Cipher.WRAP_MODE, key);
    return cipher.wrap(dataKey.key());
  }

  private byte[] encrypted(DataKey dataKey, Provider provider) throws GeneralSecurityException {
    byte[] nonce = new byte[CryptoProfile.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] wrapped = new byte[GCM_LENGTH];
    wrapped[0] = GCM_FORM;
    System.arraycopy(nonce, 0, wrapped, 1, nonce.length);
    byte[] plain = dataKey.key().getEncoded();
    try {
      Cipher cipher = gcm(Cipher.ENCRYPT_MODE, nonce, provider);
      byte[] sealed = cipher.doFinal(plain);
      System.arraycopy(sealed, 0, wrapped, HEADER, sealed.length);
      return wrapped;
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * The data key again.
   *
   * @throws UnreadableAtRestException when it was altered or wrapped by another key
   */
  public DataKey unwrap(byte[] wrapped) {
    try {
      SecretKey unwrapped = token == null ? keyUnwrapped(wrapped) : decrypted(wrapped, token);
      if (unwrapped.getEncoded().length == DataKey.BYTES) {
        return new DataKey(unwrapped);
      }
      throw new UnreadableAtRestException("not an AES-256 data key");
    } catch (GeneralSecurityException | ProviderException failure) {
      throw new UnreadableAtRestException("data key does not unwrap", failure);
    }
  }

  private SecretKey keyUnwrapped(byte[] wrapped) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(KEY_WRAP, CryptoProviders.symmetric());
    cipher.init(Cipher.UNWRAP_MODE, key);
    Key unwrapped = cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    if (unwrapped instanceof SecretKey secret) {
      return secret;
    }
    throw new UnreadableAtRestException("not a secret key");
  }

  private SecretKey decrypted(byte[] wrapped, Provider provider) throws GeneralSecurityException {
    if (wrapped.length != GCM_LENGTH || wrapped[0] != GCM_FORM) {
      throw new UnreadableAtRestException("not in the form of a key in a token");
    }
    byte[] nonce = Arrays.copyOfRange(wrapped, 1, HEADER);
    byte[] plain =
        gcm(Cipher.DECRYPT_MODE, nonce, provider).doFinal(wrapped, HEADER, wrapped.length - HEADER);
    try {
      return new SecretKeySpec(plain, "AES");
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private Cipher gcm(int mode, byte[] nonce, Provider provider) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(GCM, provider);
    cipher.init(mode, key, new GCMParameterSpec(CryptoProfile.TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(PURPOSE);
    return cipher;
  }

  @Override
  public String toString() {
    return "WrappingKey[" + id + "]";
  }
}
