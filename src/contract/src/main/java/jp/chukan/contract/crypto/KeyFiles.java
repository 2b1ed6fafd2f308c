package jp.chukan.contract.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys and trust anchors from PKCS#12 files. Each file holds one key; the store's password is
 * the key's. What cannot be used ends in {@link UnusableKeyFileException}.
 */
public final class KeyFiles {
  private KeyFiles() {}

  /** The key that an institution signs with, and its certificate. */
  public static SigningKey signingKey(Path file, char[] password) {
    PrivateEntry entry = privateEntry(load(file, password), file, password);
    try {
      return new SigningKey(entry.key(), entry.certificate());
    } catch (IllegalArgumentException unsuitable) {
      throw new UnusableKeyFileException(file, "unsuitable for signing", unsuitable);
    }
  }

  /**
   * The key that an inquirer opens answers with, and its certificate. A certificate that carries a
   * key of ML-KEM-768 beside its own needs that private key in the same file, under an alias of its
   * own.
   */
  public static DecryptionKey decryptionKey(Path file, char[] password) {
    // once: what opens a file derives its key from the password, slowly and on purpose
    KeyStore store = load(file, password);
    PrivateEntry entry = privateEntry(store, file, password);
    PrivateKey second = decapsulationKey(store, file, password);
    try {
      if (second != null && !isSecondKeyOf(entry.certificate(), second)) {
        throw new UnusableKeyFileException(file, "holds the second key of another certificate");
      }
      return new DecryptionKey(entry.key(), second, entry.certificate());
    } catch (IllegalArgumentException unsuitable) {
      throw new UnusableKeyFileException(file, "unsuitable for decryption", unsuitable);
    }
  }

  /** The key for TLS, which the file holds alone. */
  static TlsKey tlsKey(Path file, char[] password) {
    KeyStore store = load(file, password);
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          return new TlsKey(store, alias, certificate);
        }
      }
    } catch (GeneralSecurityException unreadable) {
      throw new UnusableKeyFileException(file, "unreadable key", unreadable);
    }
    throw new UnusableKeyFileException(file, "holds no private key with a certificate");
  }

  /** The certificate of the file's key, to look at. */
  public static X509Certificate certificate(Path file, char[] password) {
    return privateEntry(load(file, password), file, password).certificate();
  }

  /** Every trusted certificate of the file. */
  public static TrustAnchors trustAnchors(Path file, char[] password) {
    KeyStore store = load(file, password);
    List<X509Certificate> authorities = new ArrayList<>();
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.isCertificateEntry(alias)
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          authorities.add(certificate);
        }
      }
    } catch (GeneralSecurityException unreadable) {
      throw new UnusableKeyFileException(file, "unreadable", unreadable);
    }
    if (authorities.isEmpty()) {
      throw new UnusableKeyFileException(file, "holds no trusted certificate");
    }
    return new TrustAnchors(authorities);
  }

  /**
   * The certificates of a PEM file, at least one.
   *
   * @throws UnusableKeyFileException when there is none in it
   */
  public static List<X509Certificate> certificates(Path pem) {
    try (InputStream input = Files.newInputStream(pem)) {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(input).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (certificates.isEmpty()) {
        throw new UnusableKeyFileException(pem, "holds no certificate");
      }
      return certificates;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new UnusableKeyFileException(pem, "holds no certificate", unreadable);
    }
  }

  /** The AES-256 key with this alias, which wraps the data keys. */
  public static WrappingKey wrappingKey(Path file, char[] password, String alias) {
    return wrappingKey(load(file, password), file, password, alias);
  }

  private static WrappingKey wrappingKey(KeyStore store, Path file, char[] password, String alias) {
    try {
      Key key = store.getKey(alias, password);
      if (key instanceof SecretKey secret) {
        return new WrappingKey(alias, secret);
      }
      throw new UnusableKeyFileException(file, "holds no secret key " + alias);
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new UnusableKeyFileException(file, "unreadable key " + alias, unreadable);
    }
  }

  /** Every AES-256 key of the file that is named as a master key, at least one. */
  static List<WrappingKey> wrappingKeys(Path file, char[] password) {
    KeyStore store = load(file, password);
    try {
      List<WrappingKey> keys =
          Collections.list(store.aliases()).stream()
              .filter(KeyNames::isMaster)
              .map(alias -> wrappingKey(store, file, password, alias))
              .toList();
      if (keys.isEmpty()) {
        throw new UnusableKeyFileException(file, "holds no secret key master-1, master-2, …");
      }
      return keys;
    } catch (GeneralSecurityException unreadable) {
      throw new UnusableKeyFileException(file, "unreadable", unreadable);
    }
  }

  /** The private key of ML-KEM-768 in the file, null when there is none. */
  private static @Nullable PrivateKey decapsulationKey(KeyStore store, Path file, char[] password) {
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)
            && store.getKey(alias, password) instanceof PrivateKey key
            && isDecapsulationKey(key)) {
          return key;
        }
      }
      return null;
    } catch (GeneralSecurityException unreadable) {
      throw new UnusableKeyFileException(file, "unreadable key", unreadable);
    }
  }

  private static boolean isDecapsulationKey(PrivateKey key) {
    return key.getAlgorithm().startsWith(KeyEncapsulation.ALGORITHM);
  }

  private static boolean isSecondKeyOf(X509Certificate certificate, PrivateKey key) {
    try {
      return KeyEncapsulation.keyOf(certificate)
          .filter(expected -> KeyEncapsulation.isPair(key, expected))
          .isPresent();
    } catch (RefusedCryptoException unsuitable) {
      throw new IllegalArgumentException("unsuitable certificate", unsuitable);
    }
  }

  private record PrivateEntry(PrivateKey key, X509Certificate certificate) {
    @Override
    public String toString() {
      return "PrivateEntry[redacted]";
    }
  }

  private static PrivateEntry privateEntry(KeyStore store, Path file, char[] password) {
    try {
      for (String alias : Collections.list(store.aliases())) {
        Certificate certificate = store.getCertificate(alias);
        if (store.isKeyEntry(alias)
            && store.getKey(alias, password) instanceof PrivateKey key
            && !isDecapsulationKey(key)
            && certificate instanceof X509Certificate x509) {
          return new PrivateEntry(key, x509);
        }
      }
    } catch (GeneralSecurityException unreadable) {
      throw new UnusableKeyFileException(file, "unreadable key", unreadable);
    }
    throw new UnusableKeyFileException(file, "holds no private key with a certificate");
  }

  static KeyStore load(Path file, char[] password) {
    try (InputStream input = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(input, password);
      return store;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new UnusableKeyFileException(file, "cannot be read as PKCS#12", unreadable);
    }
  }
}
