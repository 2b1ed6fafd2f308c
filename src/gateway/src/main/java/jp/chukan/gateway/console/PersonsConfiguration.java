package jp.chukan.gateway.console;

import jp.chukan.gateway.municipal.AddresseeDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pages know persons from the 「宛名管理システム」 of the municipality. */
@Configuration(proxyBeanMethods = false)
class PersonsConfiguration {

  @Bean
  Persons persons(AddresseeDirectory directory) {
    return new Persons(directory::ask);
  }
}
