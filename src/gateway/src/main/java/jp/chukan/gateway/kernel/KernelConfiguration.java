package jp.chukan.gateway.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time and randomness come from here, so that tests can hold them still. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }
}
