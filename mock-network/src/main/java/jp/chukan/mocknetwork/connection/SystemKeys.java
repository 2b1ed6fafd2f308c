package jp.chukan.mocknetwork.connection;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.stereotype.Component;

/** TLS of the country's own systems, each with its key file (JN-01, JN-03). */
@Component
public final class SystemKeys {
  private final KeyStores files;
  private final SecureRandom random;
  private final X509ExtendedTrustManager trust;
  private final Map<String, KeyManager[]> keys = new ConcurrentHashMap<>();

  SystemKeys(KeyStores files, SecureRandom random) throws GeneralSecurityException {
    this.files = files;
    this.random = random;
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(files.store("trust"));
    this.trust = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }

  /** What a caller must be, beside having a certificate of the authority. */
  @FunctionalInterface
  public interface CallerCheck {
    /**
     * @throws CertificateException when whoever has this certificate may not call
     */
    void require(X509Certificate certificate) throws CertificateException;
  }

  /**
   * TLS of a system that calls others.
   *
   * @param keyName name of its key file, without its ending
   */
  public SSLContext calling(String keyName) {
    return context(keyName, trust);
  }

  /**
   * TLS of a system that is called.
   *
   * @param callers whom it lets in
   */
  public SSLContext called(String keyName, CallerCheck callers) {
    return context(keyName, new Callers(trust, callers));
  }

  private SSLContext context(String keyName, TrustManager trusted) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys.computeIfAbsent(keyName, this::open), new TrustManager[] {trusted}, random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS with the key of " + keyName, e);
    }
  }

  /** Once for both directions: a file that is opened derives its key from the password. */
  private KeyManager[] open(String keyName) {
    try {
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(files.store(keyName), files.password());
      return managers.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + keyName + " cannot be used", e);
    }
  }

  /** First the chain to the authority, then whether this caller is one of ours. */
  private static final class Callers extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager authority;
    private final CallerCheck callers;

    private Callers(X509ExtendedTrustManager authority, CallerCheck callers) {
      this.authority = authority;
      this.callers = callers;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      authority.checkClientTrusted(chain, type, socket);
      callers.require(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      authority.checkClientTrusted(chain, type, engine);
      callers.require(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      authority.checkClientTrusted(chain, type);
      callers.require(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException("this end calls nobody");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("this end calls nobody");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("this end calls nobody");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return authority.getAcceptedIssuers();
    }
  }
}
