package jp.chukan.mocknetwork.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Removes 本人確認情報 of who was 消除 when its retention is over, by itself and not before (JN-32, G:532):
 * {@code chukan.identity-retention}, 150 years.
 */
@Component
public final class RemoveExpired implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RemoveExpired.class);
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final Duration PAUSE = Duration.ofHours(12);
  private static final List<SystemKind> KEEPERS =
      List.of(
          SystemKind.MUNICIPAL_SERVER, SystemKind.PREFECTURAL_SERVER, SystemKind.NATIONAL_SERVER);

  private final IdentityFiles files;
  private final List<CountrySystem> keepers;
  private final Period retention;
  private final Rounds rounds;

  RemoveExpired(
      IdentityFiles files, Systems systems, MockNetworkSettings settings, InstantSource clock) {
    this.files = files;
    this.keepers = KEEPERS.stream().map(systems::of).flatMap(List::stream).toList();
    this.retention = settings.identityRetention();
    this.rounds =
        new Rounds(
            "identity-retention",
            PAUSE,
            () -> {
              remove(clock.instant());
              return false;
            });
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    rounds.start();
  }

  /**
   * Removes what is over, at every system.
   *
   * @return how many persons
   */
  public int remove(Instant now) {
    Instant moment = now.atZone(JAPAN).minus(retention).toInstant();
    int removed =
        keepers.stream().mapToInt(owner -> files.of(owner).removeEndedBefore(moment)).sum();
    if (removed > 0) {
      log.info("{} persons removed after {}", removed, retention);
    }
    return removed;
  }

  @Override
  public void close() {
    rounds.close();
  }
}
