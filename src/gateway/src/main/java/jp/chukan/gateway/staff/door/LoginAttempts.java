package jp.chukan.gateway.staff.door;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.gateway.limit.InjectedTime;
import jp.chukan.gateway.limit.PeerNetwork;
import jp.chukan.gateway.staff.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts the logins of each remote address that fail, over all accounts: the lock of an account
 * stops nobody who tries one password on many. An attempt is taken before it is made and given back
 * when it succeeds, so that many at the same moment gain nothing.
 */
@Component
class LoginAttempts {
  private static final Logger log = LoggerFactory.getLogger(LoginAttempts.class);

  /** Of more addresses than these, those that tried longest ago are forgotten. */
  private static final int MOST_ADDRESSES = 10_000;

  private final LoadingCache<String, Bucket> buckets;

  LoginAttempts(AddressSettings settings, InstantSource clock) {
    TimeMeter time = new InjectedTime(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(settings.within())
            .ticker(time::currentTimeNanos)
            .build(
                address ->
                    Bucket.builder()
                        .addLimit(
                            limit ->
                                limit
                                    .capacity(settings.failures())
                                    .refillGreedy(settings.failures(), settings.within()))
                        .withCustomTimePrecision(time)
                        .build());
  }

  /**
   * Takes an attempt.
   *
   * @param address remote address of the request
   * @return empty when it may be made, otherwise after how long another one may
   */
  Optional<Duration> take(String address) {
    ConsumptionProbe probe = buckets.get(PeerNetwork.of(address)).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return Optional.empty();
    }
    // without the address, which may be that of a person
    log.warn("login refused: too many from one address failed");
    return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** It succeeded. */
  void giveBack(String address) {
    buckets.get(PeerNetwork.of(address)).addTokens(1);
  }
}
