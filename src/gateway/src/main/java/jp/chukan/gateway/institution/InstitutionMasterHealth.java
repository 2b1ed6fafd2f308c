package jp.chukan.gateway.institution;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Shows which master is in force and how old it is. Without one the server runs and asks nobody.
 */
@Component("institutionMaster")
final class InstitutionMasterHealth implements HealthIndicator {
  private static final Status NO_MASTER = new Status("NO_MASTER");

  private final Institutions institutions;
  private final InstantSource clock;

  InstitutionMasterHealth(Institutions institutions, InstantSource clock) {
    this.institutions = institutions;
    this.clock = clock;
  }

  @Override
  public Health health() {
    return institutions
        .inForce()
        .map(
            master ->
                Health.up()
                    .withDetail("version", master.version())
                    .withDetail("rows", master.rows())
                    .withDetail("activatedAt", master.activatedAt())
                    .withDetail(
                        "ageInDays",
                        Duration.between(master.activatedAt(), clock.instant()).toDays())
                    .build())
        .orElseGet(() -> Health.status(NO_MASTER).build());
  }
}
