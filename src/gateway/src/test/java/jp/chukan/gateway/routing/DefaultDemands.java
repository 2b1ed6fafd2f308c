package jp.chukan.gateway.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What the server needs of a broker when nobody has set anything else. */
final class DefaultDemands {
  private DefaultDemands() {}

  static BrokerDemands read() {
    try {
      var defaults =
          new YamlPropertySourceLoader()
              .load("defaults", new ClassPathResource("application.yaml"))
              .getFirst();
      return new BrokerDemands(
          Integer.parseInt(String.valueOf(defaults.getProperty("chukan.broker.attempts"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
