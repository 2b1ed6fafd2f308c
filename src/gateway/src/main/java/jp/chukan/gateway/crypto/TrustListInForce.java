package jp.chukan.gateway.crypto;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The 「信頼リスト」 that holds today: the highest version received, as long as its time is not over.
 *
 * @param version 版
 * @param publishedAt 発行日時
 * @param nextAt 次回更新
 * @param receivedAt when this server took it
 * @param authorities how many it names
 * @param profiles ids of the crypto profiles that the network allows
 */
public record TrustListInForce(
    int version,
    Instant publishedAt,
    Instant nextAt,
    Instant receivedAt,
    int authorities,
    Set<String> profiles) {

  public TrustListInForce {
    profiles = Set.copyOf(profiles);
  }

  /** Since it was published. */
  public Duration age(Instant now) {
    return Duration.between(publishedAt, now);
  }

  /** Whether the next one should be there by now. */
  public boolean isLate(Instant now) {
    return !now.isBefore(nextAt);
  }
}
