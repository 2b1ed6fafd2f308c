package jp.chukan.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * The folder of all keys of a run, which the peer shares with the servers that it is held against.
 */
final class RunKeys {
  private static final String TRUST = "trust";

  /** Every file of a run has its own key under this alias. */
  private static final String ALIAS = "key";

  private final Path folder;
  private final char[] password;
  private final KeyStore trust;

  private RunKeys(Path folder, char[] password, KeyStore trust) {
    this.folder = folder;
    this.password = password;
    this.trust = trust;
  }

  static RunKeys read(Path folder) throws IOException, GeneralSecurityException {
    char[] password = Files.readString(folder.resolve("password")).strip().toCharArray();
    return new RunKeys(folder, password, load(folder.resolve(TRUST + ".p12"), password));
  }

  /** The key of this name with its certificate and that of its issuer. */
  PartyKey key(String name) throws IOException, GeneralSecurityException {
    KeyStore store = store(name);
    if (!(store.getKey(ALIAS, password) instanceof PrivateKey key)) {
      throw new IOException("no private key in " + file(name));
    }
    return new PartyKey(
        key,
        Arrays.stream(store.getCertificateChain(ALIAS))
            .map(X509Certificate.class::cast)
            .toArray(X509Certificate[]::new));
  }

  /** The file of this name. */
  KeyStore store(String name) throws IOException, GeneralSecurityException {
    return load(file(name), password);
  }

  /** The authorities of the run. */
  KeyStore trust() {
    return trust;
  }

  Path trustFile() {
    return file(TRUST);
  }

  Path file(String name) {
    return folder.resolve(name + ".p12");
  }

  char[] password() {
    return password.clone();
  }

  private static KeyStore load(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(file)) {
      store.load(content, password);
    }
    return store;
  }
}
