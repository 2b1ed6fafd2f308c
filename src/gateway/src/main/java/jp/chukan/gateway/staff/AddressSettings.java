package jp.chukan.gateway.staff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many logins may fail from one remote address, over all accounts together.
 *
 * @param failures how many at once; the address of a whole town hall may be one
 * @param within how long until as many may fail again
 */
@ConfigurationProperties("chukan.console.address")
public record AddressSettings(int failures, Duration within) {

  /**
   * @throws IllegalArgumentException so that the server does not start with a door that nobody gets
   *     through
   */
  public AddressSettings {
    if (failures < 1 || within.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "chukan.console.address.failures is at least 1, chukan.console.address.within at least 1s");
    }
  }
}
