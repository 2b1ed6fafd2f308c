package jp.chukan.gateway.crypto;

import java.time.InstantSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Shows which 「信頼リスト」 is in force and how old it is. Without one the authorities that the
 * installation was given hold, so nothing is down.
 */
@Component("trustList")
final class TrustListHealth implements HealthIndicator {
  private final TrustLists lists;
  private final InstantSource clock;

  TrustListHealth(TrustLists lists, InstantSource clock) {
    this.lists = lists;
    this.clock = clock;
  }

  @Override
  public Health health() {
    return lists
        .inForce()
        .map(
            list ->
                Health.up()
                    .withDetail("version", list.version())
                    .withDetail("publishedAt", list.publishedAt())
                    .withDetail("nextAt", list.nextAt())
                    .withDetail("late", list.isLate(clock.instant()))
                    .withDetail("authorities", list.authorities())
                    .withDetail("profiles", list.profiles())
                    .build())
        .orElseGet(() -> Health.up().withDetail("version", 0).build());
  }
}
