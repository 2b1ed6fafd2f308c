package jp.chukan.gateway.kernel;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * TLS of a client that lives longer than its key: each new connection shows the key, and believes
 * whom, that the bundle holds at that moment.
 */
public final class RenewedTls {
  private volatile X509ExtendedKeyManager keys;
  private volatile X509ExtendedTrustManager trust;

  private RenewedTls(SslBundle bundle) {
    this.keys = keys(bundle);
    this.trust = trust(bundle);
  }

  /** The context of the bundle with this name, now and after it was renewed. */
  public static SSLContext context(SslBundles bundles, String name) {
    RenewedTls renewed = of(bundles, name);
    return renewed.context(renewed.new Trust());
  }

  /** The same with its keys only; somebody else says who is believed. */
  public static SSLContext context(SslBundles bundles, String name, TrustManager trust) {
    return of(bundles, name).context(trust);
  }

  private static RenewedTls of(SslBundles bundles, String name) {
    RenewedTls renewed = new RenewedTls(bundles.getBundle(name));
    bundles.addBundleUpdateHandler(name, renewed::renew);
    return renewed;
  }

  private SSLContext context(TrustManager believed) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(new KeyManager[] {new Keys()}, new TrustManager[] {believed}, null);
      return context;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has TLS 1.3", absent);
    }
  }

  private void renew(SslBundle bundle) {
    keys = keys(bundle);
    trust = trust(bundle);
  }

  private static X509ExtendedKeyManager keys(SslBundle bundle) {
    return Stream.of(bundle.getManagers().getKeyManagers())
        .filter(X509ExtendedKeyManager.class::isInstance)
        .map(X509ExtendedKeyManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static X509ExtendedTrustManager trust(SslBundle bundle) {
    return Stream.of(bundle.getManagers().getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private final class Keys extends X509ExtendedKeyManager {
    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
      return keys.getClientAliases(type, issuers);
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return keys.chooseClientAlias(types, issuers, socket);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      return keys.chooseEngineClientAlias(types, issuers, engine);
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
      return keys.getServerAliases(type, issuers);
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return keys.chooseServerAlias(type, issuers, socket);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
      return keys.getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
      return keys.getPrivateKey(alias);
    }
  }

  private final class Trust extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      trust.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      trust.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      trust.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      trust.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      trust.checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      trust.checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return trust.getAcceptedIssuers();
    }
  }
}
