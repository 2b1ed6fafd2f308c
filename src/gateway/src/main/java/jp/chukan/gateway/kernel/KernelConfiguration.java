package jp.chukan.gateway.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Time and randomness come from here, so that tests can hold them still. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

  @Bean
  @Profile("!local")
  InstantSource clock() {
    return Clock.systemUTC();
  }

  /** Only where the whole country is on one machine may somebody set the clock. */
  @Bean
  @Profile("local")
  ShiftableClock shiftableClock() {
    return new ShiftableClock(Clock.systemUTC());
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }
}
