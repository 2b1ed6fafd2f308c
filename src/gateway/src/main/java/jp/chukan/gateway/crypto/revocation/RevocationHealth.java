package jp.chukan.gateway.crypto.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.gateway.crypto.revocation.RevocationAge.State;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How old 「失効情報」 is. Up while the grace window runs, because everything works; down once the
 * certificates of an authority are refused.
 */
@Component("revocation")
final class RevocationHealth implements HealthIndicator {
  private final HeldRevocations revocations;
  private final InstantSource clock;

  RevocationHealth(HeldRevocations revocations, InstantSource clock) {
    this.revocations = revocations;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Instant now = clock.instant();
    List<RevocationAge> ages = revocations.ages();
    Health.Builder health = Health.up();
    if (ages.stream().anyMatch(age -> isRefused(age, ages))) {
      health.down();
    }
    ages.forEach(age -> health.withDetail(age.kind() + " " + age.authority(), details(age, now)));
    return health.build();
  }

  /** Another way to tell may still count. */
  private static boolean isRefused(RevocationAge age, List<RevocationAge> ages) {
    return age.state() == State.ENDED
        && ages.stream()
            .noneMatch(
                other ->
                    other.authority().equals(age.authority())
                        && (other.state() == State.RECENT || other.state() == State.LATE));
  }

  private static Map<String, Object> details(RevocationAge age, Instant now) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", age.state());
    if (age.madeAt() != null && age.nextAt() != null) {
      details.put("ageSeconds", Duration.between(age.madeAt(), now).toSeconds());
      details.put("nextAt", age.nextAt());
    }
    if (age.refusedFrom() != null) {
      details.put("refusedFrom", age.refusedFrom());
    }
    return details;
  }
}
