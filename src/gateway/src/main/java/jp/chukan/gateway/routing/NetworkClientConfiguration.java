package jp.chukan.gateway.routing;

import io.micrometer.core.instrument.binder.httpcomponents.hc5.ObservationExecChainHandler;
import io.micrometer.observation.ObservationRegistry;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the routes speak to the network: measured, traced, over connections that are used again. */
@Configuration(proxyBeanMethods = false)
class NetworkClientConfiguration {

  @Bean
  HttpClientConfigurer observedClient(ObservationRegistry observations) {
    return client ->
        client
            .addExecInterceptorFirst("observation", new ObservationExecChainHandler(observations))
            // the library would keep what was proved by a certificate for whoever asks by name, and
            // here nobody does: each message would shake hands anew
            .disableConnectionState();
  }
}
