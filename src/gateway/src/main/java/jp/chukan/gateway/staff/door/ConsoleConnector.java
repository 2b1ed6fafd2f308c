package jp.chukan.gateway.staff.door;

import jp.chukan.gateway.limit.PeerPatience;
import jp.chukan.gateway.staff.ConsolePort;
import jp.chukan.gateway.staff.ConsoleSettings;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.session.StandardManager;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The TLS port for browsers: the server's own certificate, and no client certificate asked for,
 * because staff prove themselves by password and passkey.
 */
@Component
class ConsoleConnector
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, ConsolePort {
  private static final String BUNDLE = "server";
  private static final int LARGEST_FORM = 64 << 10;
  private static final int TIMEOUT = 20_000;
  private static final int MOST_CONNECTIONS = 4_096;

  /** Of browsers, also before they have signed in; past it nobody new does. */
  private static final int MOST_SESSIONS = 50_000;

  private final Connector connector;

  ConsoleConnector(ConsoleSettings settings, SslBundles bundles, PeerPatience patience) {
    connector = patience.connector();
    connector.setPort(settings.port());
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setMaxPostSize(LARGEST_FORM);
    connector.setXpoweredBy(false);
    Http11NioProtocol protocol = (Http11NioProtocol) connector.getProtocolHandler();
    protocol.setSSLEnabled(true);
    protocol.setConnectionTimeout(TIMEOUT);
    protocol.setMaxConnections(MOST_CONNECTIONS);
    protocol.setExecutor(new VirtualThreadExecutor("console-"));
    protocol.addSslHostConfig(tls(bundles.getBundle(BUNDLE)));
    bundles.addBundleUpdateHandler(
        BUNDLE, renewed -> protocol.addSslHostConfig(tls(renewed), true));
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addAdditionalTomcatConnectors(connector);
    factory.addEngineValves(new ConsoleValve(connector));
    factory.addContextCustomizers(
        context -> {
          StandardManager sessions = new StandardManager();
          sessions.setMaxActiveSessions(MOST_SESSIONS);
          context.setManager(sessions);
        });
  }

  @Override
  public int number() {
    return connector.getLocalPort();
  }

  private static SSLHostConfig tls(SslBundle bundle) {
    SSLHostConfig host = new SSLHostConfig();
    host.setProtocols("TLSv1.3");
    host.setCertificateVerification("none");
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystore(bundle.getStores().getKeyStore());
    String password = bundle.getStores().getKeyStorePassword();
    certificate.setCertificateKeystorePassword(password == null ? "" : password);
    certificate.setCertificateKeyAlias(bundle.getKey().getAlias());
    host.addCertificate(certificate);
    return host;
  }
}
