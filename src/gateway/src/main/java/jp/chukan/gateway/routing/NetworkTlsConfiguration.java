package jp.chukan.gateway.routing;

import javax.net.ssl.SSLContext;
import jp.chukan.gateway.kernel.RenewedTls;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * TLS of what the routes send: the platform's own certificate, and nobody outside the trust list.
 */
@Configuration(proxyBeanMethods = false)
class NetworkTlsConfiguration {

  @Bean
  SSLContextParameters networkTls(SslBundles bundles) {
    SSLContext context = RenewedTls.context(bundles, "client");
    return new SSLContextParameters() {
      @Override
      public SSLContext createSSLContext(CamelContext camel) {
        return context;
      }
    };
  }
}
