package jp.chukan.gateway.routing;

import javax.net.ssl.SSLContext;
import jp.chukan.gateway.crypto.TlsTrust;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * TLS of what the routes send: the platform's own certificate, and nobody whom the authorities in
 * force do not vouch for.
 */
@Configuration(proxyBeanMethods = false)
class NetworkTlsConfiguration {

  @Bean
  SSLContextParameters networkTls(SslBundles bundles, TlsTrust trusted) {
    SSLContext context = trusted.contextWithKeysOf(bundles, "client");
    return new SSLContextParameters() {
      @Override
      public SSLContext createSSLContext(CamelContext camel) {
        return context;
      }
    };
  }
}
