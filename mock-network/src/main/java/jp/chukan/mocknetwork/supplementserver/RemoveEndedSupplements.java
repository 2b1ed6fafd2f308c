package jp.chukan.mocknetwork.supplementserver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.rounds.Rounds;
import org.springframework.stereotype.Component;

/** 「保存期間の経過による消去」: what ended longer ago than the retention goes, by itself (JN-32, G:532). */
@Component
final class RemoveEndedSupplements implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofDays(1);
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final SupplementServers servers;
  private final SupplementSettings settings;
  private final Rounds rounds;

  RemoveEndedSupplements(
      SupplementServers servers, SupplementSettings settings, InstantSource clock) {
    this.servers = servers;
    this.settings = settings;
    this.rounds =
        new Rounds(
            "ended-supplements",
            PAUSE,
            () -> {
              remove(clock.instant());
              return false;
            });
    rounds.start();
  }

  /**
   * Removes them at every server.
   *
   * @return how many versions
   */
  int remove(Instant now) {
    Instant moment = now.atZone(JAPAN).minus(settings.retention()).toInstant();
    return Stream.concat(servers.prefectural().stream(), Stream.of(SupplementServers.NATIONAL))
        .mapToInt(system -> servers.recordsOf(system).removeEndedBefore(moment))
        .sum();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
