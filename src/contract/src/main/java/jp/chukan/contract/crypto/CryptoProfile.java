package jp.chukan.contract.crypto;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * 「暗号方式」: a closed set of algorithms under one id that travels with every message, so that
 * algorithms can change without a flag day. A message whose algorithms are not exactly those of its
 * profile is refused, however strong they are. Written from the weakest to the strongest.
 */
public enum CryptoProfile {
  /**
   * Signature ECDSA P-256 with SHA-256; content AES-256-GCM with a tag of 16 bytes; key by ECDH-ES
   * (P-256 or P-384, X9.63 KDF with SHA-256, AES-256 key wrap) or RSA-OAEP (3072 bits or more,
   * SHA-256 for digest and MGF1).
   */
  CLASSICAL("C1"),

  /**
   * The content is encrypted twice: as in {@link #CLASSICAL} to an EC key, and the whole of that to
   * the ML-KEM-768 key of the same certificate (RFC 9629, RFC 9936: HKDF with SHA-256, AES-256 key
   * wrap). Who wants to read it must break both.
   */
  HYBRID("H1");

  /** Bytes of the authentication tag; shorter ones are refused before anything is decrypted. */
  static final int TAG_BYTES = 16;

  /** Bytes of the nonce of AES-GCM. */
  static final int NONCE_BYTES = 12;

  /** Smallest RSA modulus of a recipient, in bits. */
  static final int MINIMUM_RSA_BITS = 3072;

  /** Largest RSA modulus of a recipient, in bits: a larger one only costs time. */
  static final int MAXIMUM_RSA_BITS = 8192;

  private final String id;

  CryptoProfile(String id) {
    this.id = id;
  }

  /** The identifier on the wire. */
  public String id() {
    return id;
  }

  /**
   * The strongest profile that a key can be used with and that is allowed, or empty when there is
   * none. Both sides of an exchange come to the same, so that nobody can bargain it down.
   */
  public static Optional<CryptoProfile> strongest(
      Set<CryptoProfile> ofKey, Set<CryptoProfile> allowed) {
    return ofKey.stream().filter(allowed::contains).max(Comparator.naturalOrder());
  }

  /** The profile with this identifier, or empty for one that this side does not speak. */
  public static Optional<CryptoProfile> ofId(String id) {
    return Arrays.stream(values()).filter(profile -> profile.id.equals(id)).findFirst();
  }
}
