package jp.chukan.gateway.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import jp.chukan.contract.crypto.RevocationKnowledge;
import jp.chukan.contract.crypto.TlsPeer;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.document.TrustedAuthority.Use;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.RenewedTls;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * Who is believed to be at the other side of a TLS connection (JN-01): path, purpose and 「失効」 of
 * the certificate. At the edge TLS itself proves path and time by the trust store of the server;
 * the rest is proved with each request, so that a connection which stays open ends with its
 * certificate.
 */
@Component
public class TlsTrust {
  private final TrustAnchors anchors;
  private final InstantSource clock;
  private volatile Delegate delegate;

  /**
   * @param authorities for whom
   */
  private record Delegate(List<X509Certificate> authorities, X509ExtendedTrustManager tls) {}

  TlsTrust(AuthoritiesInForce authorities, RevocationKnowledge revocations, InstantSource clock) {
    this.anchors = new TrustAnchors(() -> authorities.of(Use.TLS), revocations);
    this.clock = clock;
    this.delegate = delegate(anchors.authorities());
  }

  /**
   * Proves the certificate of who has connected.
   *
   * @param chain as TLS got it, the peer's own first
   * @throws InvalidInputException with the code of what is wrong with it
   */
  public void checkClient(X509Certificate[] chain) {
    TlsPeer.CLIENT.verify(chain, anchors, clock.instant());
  }

  /**
   * For connections to others: the keys that the bundle holds at that moment, and the authorities
   * in force.
   */
  public SSLContext contextWithKeysOf(SslBundles bundles, String name) {
    return RenewedTls.context(bundles, name, servers());
  }

  /** Believes servers only; beside TLS's own rules, those of revocation. */
  public X509ExtendedTrustManager servers() {
    return new RevocationAware(
        this::tls, chain -> TlsPeer.SERVER.verify(chain, anchors, clock.instant()));
  }

  private X509ExtendedTrustManager tls() {
    Delegate known = delegate;
    List<X509Certificate> now = anchors.authorities();
    if (known.authorities() != now) {
      known = delegate(now);
      delegate = known;
    }
    return known.tls();
  }

  private static Delegate delegate(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < authorities.size(); i++) {
        store.setCertificateEntry("authority-" + i, authorities.get(i));
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      return Stream.of(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .map(tls -> new Delegate(authorities, tls))
          .orElseThrow();
    } catch (CertificateException | IOException impossible) {
      throw new IllegalStateException("an empty store cannot be made", impossible);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has PKIX", absent);
    }
  }
}
