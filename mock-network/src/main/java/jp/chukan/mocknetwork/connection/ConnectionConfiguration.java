package jp.chukan.mocknetwork.connection;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outside of the process: the port of the control API, clock and randomness. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MockNetworkSettings.class)
class ConnectionConfiguration {
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Bean
  Connector controlConnector(MockNetworkSettings settings) {
    var connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
    connector.setPort(settings.controlPort());
    connector.setProperty("address", "127.0.0.1");
    connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("control-"));
    return connector;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> controlPort(Connector connector) {
    return factory -> factory.addAdditionalTomcatConnectors(connector);
  }
}
