package jp.chukan.gateway.routing;

import io.micrometer.core.instrument.binder.httpcomponents.hc5.ObservationExecChainHandler;
import io.micrometer.observation.ObservationRegistry;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the routes send over the network is measured and traced. */
@Configuration(proxyBeanMethods = false)
class NetworkClientConfiguration {

  @Bean
  HttpClientConfigurer observedClient(ObservationRegistry observations) {
    return client ->
        client.addExecInterceptorFirst(
            "observation", new ObservationExecChainHandler(observations));
  }
}
