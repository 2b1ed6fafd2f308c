package jp.chukan.contract.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.crypto.SecretKey;

/**
 * Keys in a token behind PKCS#11, an HSM for example: they sign, agree and wrap in there and never
 * leave it. The label of a key, and of the certificate with the same id, is its name. What may
 * leave the token is refused, however well it works.
 */
public final class KeyToken implements KeyStorage {
  private final String label;
  private final Provider provider;
  private final char[] pin;

  private KeyToken(String label, Provider provider, char[] pin) {
    this.label = label;
    this.provider = provider;
    this.pin = pin;
  }

  /**
   * The token that a configuration of SunPKCS11 names; its PIN is tried here, once.
   *
   * @param configuration file as SunPKCS11 reads it
   * @param pin file whose first line is the PIN, readable by the server's user only
   * @throws UnusableKeyFileException when there is no such token, or the PIN is another
   */
  public static KeyToken open(Path configuration, Path pin) {
    try {
      KeyToken token =
          new KeyToken(
              configuration.getFileName().toString(),
              CryptoProviders.token(configuration),
              Files.readString(pin).strip().toCharArray());
      token.load();
      return token;
    } catch (IOException unreadable) {
      throw new UnusableKeyFileException(pin, "cannot be read", unreadable);
    } catch (RuntimeException unusable) {
      if (unusable instanceof UnusableKeyFileException told) {
        throw told;
      }
      // SunPKCS11 tells of a wrong configuration by unchecked exceptions of several types
      throw new UnusableKeyFileException(configuration, "opens no token", unusable);
    }
  }

  @Override
  public KeyFindings<SigningKey> signingKeys(String name) {
    return each(
        alias -> KeyNames.isFor(name, alias),
        (store, alias) -> {
          SigningKey key =
              new SigningKey(privateKey(store, alias), certificate(store, alias), provider);
          KeyPairProof.prove(key, alias);
          return key;
        });
  }

  /** EC keys only: SunPKCS11 has no OAEP, and this server undoes none outside of the token. */
  @Override
  public KeyFindings<DecryptionKey> decryptionKeys(String name) {
    return each(
        alias -> KeyNames.isFor(name, alias),
        (store, alias) -> {
          X509Certificate certificate = certificate(store, alias);
          if (certificate.getPublicKey() instanceof RSAPublicKey) {
            throw new UnusableKeyFileException(
                alias, "an RSA key cannot decrypt in a token: the JDK has no OAEP for it");
          }
          DecryptionKey key =
              DecryptionKey.inToken(privateKey(store, alias), certificate, provider);
          KeyPairProof.prove(key, alias);
          return key;
        });
  }

  @Override
  public KeyFindings<WrappingKey> wrappingKeys() {
    return each(
        KeyNames::isMaster,
        (store, alias) -> {
          if (store.getKey(alias, null) instanceof SecretKey key) {
            return WrappingKey.inToken(alias, staying(key, alias), provider);
          }
          throw new UnusableKeyFileException(alias, "is no secret key");
        });
  }

  private interface Reading<K> {
    K read(KeyStore store, String alias) throws GeneralSecurityException;
  }

  private <K> KeyFindings<K> each(Predicate<String> wanted, Reading<K> reading) {
    KeyStore store = load();
    Map<String, K> keys = new HashMap<>();
    List<UnusableKeyFileException> faults = new ArrayList<>();
    for (String alias : aliases(store)) {
      if (wanted.test(alias)) {
        try {
          keys.put(alias, reading.read(store, alias));
        } catch (UnusableKeyFileException unusable) {
          faults.add(unusable);
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException failure) {
          faults.add(new UnusableKeyFileException(alias, "cannot be used", failure));
        }
      }
    }
    return new KeyFindings<>(keys, faults);
  }

  /** Anew each time: what was put into the token meanwhile is seen. Logged in is logged in. */
  private KeyStore load() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return store;
    } catch (IOException | GeneralSecurityException | ProviderException unreachable) {
      throw new UnusableKeyFileException(label, "the token cannot be opened", unreachable);
    }
  }

  private List<String> aliases(KeyStore store) {
    try {
      return Collections.list(store.aliases());
    } catch (GeneralSecurityException unreadable) {
      throw new UnusableKeyFileException(label, "the token cannot be read", unreadable);
    }
  }

  private static PrivateKey privateKey(KeyStore store, String alias)
      throws GeneralSecurityException {
    if (store.getKey(alias, null) instanceof PrivateKey key) {
      return staying(key, alias);
    }
    throw new UnusableKeyFileException(alias, "is no private key");
  }

  private static X509Certificate certificate(KeyStore store, String alias)
      throws GeneralSecurityException {
    if (store.getCertificate(alias) instanceof X509Certificate certificate) {
      return certificate;
    }
    throw new UnusableKeyFileException(alias, "has no certificate");
  }

  /**
   * Only a key that nothing can take out of the token. The JDK says whether one may be wrapped out
   * in its text alone; where it says nothing of it, the key is refused as well.
   */
  private static <K extends Key> K staying(K key, String alias) {
    if (key.getEncoded() != null || !key.toString().contains("unextractable")) {
      throw new UnusableKeyFileException(alias, "may leave the token (CKA_EXTRACTABLE)");
    }
    return key;
  }

  @Override
  public String toString() {
    return "KeyToken[" + label + "]";
  }
}
