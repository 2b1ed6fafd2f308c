package jp.chukan.gateway.routing;

import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * TLS of what the routes send: the platform's own certificate, and nobody outside the trust list.
 */
@Configuration(proxyBeanMethods = false)
class NetworkTlsConfiguration {

  @Bean
  SSLContextParameters networkTls(
      @Value("${chukan.keys.directory}") String directory,
      @Value("${chukan.keys.password}") String password) {
    KeyManagersParameters keys = new KeyManagersParameters();
    keys.setKeyStore(store(directory + "/gateway-client.p12", password));
    keys.setKeyPassword(password);
    TrustManagersParameters trust = new TrustManagersParameters();
    trust.setKeyStore(store(directory + "/trust.p12", password));
    SSLContextParameters tls = new SSLContextParameters();
    tls.setSecureSocketProtocol("TLSv1.3");
    tls.setKeyManagers(keys);
    tls.setTrustManagers(trust);
    return tls;
  }

  private static KeyStoreParameters store(String file, String password) {
    KeyStoreParameters store = new KeyStoreParameters();
    store.setResource("file:" + file);
    store.setType("PKCS12");
    store.setPassword(password);
    return store;
  }
}
