package jp.chukan.command.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificate that a client shows, and the root that it trusts. */
public final class ClientCertificate {
  private ClientCertificate() {}

  /**
   * @param keys folder of all keys of the run
   * @param name of the certificate
   */
  public static SSLContext context(Path keys, String name) throws IOException {
    try {
      var password = password(keys);
      var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(store(keys.resolve(name + ".p12"), password), password);
      return context(keys, own.getKeyManagers());
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot use the certificate " + name, e);
    }
  }

  /**
   * Trusts the same root and shows no certificate, as a browser does.
   *
   * @param keys folder of all keys of the run
   */
  public static SSLContext none(Path keys) throws IOException {
    try {
      return context(keys, new KeyManager[0]);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot use the root of the test authority", e);
    }
  }

  private static SSLContext context(Path keys, KeyManager[] own)
      throws IOException, GeneralSecurityException {
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store(keys.resolve("trust.p12"), password(keys)));
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(own, trusted.getTrustManagers(), null);
    return context;
  }

  private static char[] password(Path keys) throws IOException {
    return Files.readString(keys.resolve("password")).strip().toCharArray();
  }

  private static KeyStore store(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }
}
