package jp.chukan.gateway.operation;

import java.time.Duration;
import jp.chukan.gateway.kernel.ShiftableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Sets the clock of the server wrong, to show what it does then. On the management port of a local
 * installation only.
 */
@Component
@Profile("local")
@Endpoint(id = "clock")
class ClockEndpoint {
  private static final Logger log = LoggerFactory.getLogger(ClockEndpoint.class);

  private final ShiftableClock clock;

  ClockEndpoint(ShiftableClock clock) {
    this.clock = clock;
  }

  /**
   * @param seconds how far it is wrong from now on, negative for too early; 0 sets it right
   */
  @WriteOperation
  String shift(long seconds) {
    clock.shift(Duration.ofSeconds(seconds));
    log.warn("the clock is {} s wrong", seconds);
    return seconds + " s";
  }
}
