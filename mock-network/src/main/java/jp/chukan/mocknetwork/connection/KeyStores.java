package jp.chukan.mocknetwork.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.stereotype.Component;

/** The PKCS#12 files of {@code keys} for TLS, opened with the one password beside them. */
@Component
final class KeyStores {
  private final MockNetworkSettings settings;
  private final char[] password;

  KeyStores(MockNetworkSettings settings) throws IOException {
    this.settings = settings;
    this.password = Files.readString(settings.keyFile("password")).strip().toCharArray();
  }

  char[] password() {
    return password.clone();
  }

  Path file(String name) {
    return settings.keyFile(name + ".p12");
  }

  KeyStore store(String name) {
    try {
      return KeyStore.getInstance(file(name).toFile(), password());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("key file cannot be opened: " + file(name).getFileName(), e);
    }
  }

  SSLContext context(ClientIdentity identity) {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store(identity.keyName()), password());
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store("trust"));
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS with the key of " + identity.keyName(), e);
    }
  }
}
