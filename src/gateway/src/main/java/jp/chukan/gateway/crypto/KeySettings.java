package jp.chukan.gateway.crypto;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys of this installation are (JN-03). TLS keys are always files: the connections are
 * made by libraries that take no others.
 *
 * @param directory folder of the key files
 * @param password of the key files
 * @param store where keys are when nothing else is said of their kind
 * @param token configuration of SunPKCS11 for the token with the keys; null is {@code pkcs11.cfg}
 *     in the folder. Its PIN is the file beside it that ends on {@code .pin}
 * @param signing of the keys for signing
 * @param decryption of the keys that open answers
 * @param master of the keys that wrap data keys
 */
@ConfigurationProperties("chukan.keys")
public record KeySettings(
    Path directory,
    String password,
    @DefaultValue("PKCS12") Store store,
    @Nullable Path token,
    @DefaultValue Kind signing,
    @DefaultValue Kind decryption,
    @DefaultValue Kind master) {

  /** Where a key can be. */
  public enum Store {
    /** In files of the key folder. */
    PKCS12,
    /** In a token, an HSM for example. */
    PKCS11
  }

  /**
   * What holds for the keys of one kind; null is what holds for all.
   *
   * @param store where they are
   * @param token configuration of SunPKCS11 for a token of their own
   */
  public record Kind(@Nullable Store store, @Nullable Path token) {}

  /** Whether the keys of this kind are in a token. */
  boolean isInToken(Kind kind) {
    return (kind.store() == null ? store : kind.store()) == Store.PKCS11;
  }

  /** The configuration of the token that the keys of this kind are in. */
  Path tokenOf(Kind kind) {
    if (kind.token() != null) {
      return kind.token();
    }
    return token == null ? directory.resolve("pkcs11.cfg") : token;
  }

  /** The file with the PIN of the token of this configuration. */
  static Path pinOf(Path configuration) {
    String name = configuration.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return configuration.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".pin");
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "KeySettings[" + directory + ", " + store + "]";
  }
}
