package jp.chukan.gateway.crypto;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down once there is something for which no certificate is valid any more; one that a newer has
 * taken the place of may end.
 */
@Component("keys")
final class KeyHealth implements HealthIndicator {
  private final InstalledCertificates installed;
  private final ServedInstitutions institutions;
  private final InstantSource clock;

  KeyHealth(InstalledCertificates installed, ServedInstitutions institutions, InstantSource clock) {
    this.installed = installed;
    this.institutions = institutions;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Instant now = clock.instant();
    Map<String, Instant> ends =
        Stream.concat(
                installed.ofServer().stream(),
                institutions.codes().stream().flatMap(code -> installed.of(code).stream()))
            .collect(
                Collectors.toMap(
                    facts -> facts.use() + (facts.holder() == null ? "" : " " + facts.holder()),
                    CertificateFacts::to,
                    (one, other) -> one.isAfter(other) ? one : other));
    List<String> ended =
        ends.entrySet().stream()
            .filter(end -> end.getValue().isBefore(now))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    Health.Builder health =
        ended.isEmpty() ? Health.up() : Health.down().withDetail("ended", ended);
    if (!installed.faults().isEmpty()) {
      // what was in use still is: told, and no reason to take the server out of service
      health.withDetail("unusable", installed.faults());
    }
    ends.values().stream()
        .min(Comparator.naturalOrder())
        .ifPresent(end -> health.withDetail("daysToFirstEnd", Duration.between(now, end).toDays()));
    return health.build();
  }
}
