package jp.chukan.mocknetwork.coresystem;

import java.time.Duration;
import java.util.Set;

/**
 * How a message travels.
 *
 * @param faults what goes wrong on the way
 * @param deliveries how often the same bytes are delivered
 * @param delay how long {@link ExchangeFault#DELAY} holds the message
 */
public record Transport(Set<ExchangeFault> faults, int deliveries, Duration delay) {
  public static final Transport PLAIN = new Transport(Set.of(), 1, Duration.ZERO);

  public Transport {
    faults = Set.copyOf(faults);
    if (deliveries < 1 || deliveries > 100) {
      throw new IllegalArgumentException("1 to 100 deliveries");
    }
  }

  public boolean has(ExchangeFault fault) {
    return faults.contains(fault);
  }
}
