package jp.chukan.gateway.record.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far evidence is behind.
 *
 * @param waitingSince when the oldest record was written that nothing proves yet, empty when there
 *     is none
 * @param limit how long that may last
 */
public record EvidenceState(Optional<Instant> waitingSince, Duration limit) {

  /** How long the oldest record has waited. */
  public Duration delay(Instant now) {
    return waitingSince
        .map(since -> Duration.between(since, now))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  /** How long information is still provided while nothing changes; zero when it is no more. */
  public Duration left(Instant now) {
    Duration left = limit.minus(delay(now));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether evidence is so far behind that nothing may be provided. */
  public boolean isOverdue(Instant now) {
    return left(now).isZero();
  }
}
