package jp.chukan.mocknetwork.provider;

import java.time.Duration;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/** What a provider decides about a request. */
public sealed interface Decision {
  /**
   * It answers after a while.
   *
   * @param after how long after the request
   */
  record Provide(Duration after) implements Decision {}

  /**
   * It refuses after a while.
   *
   * @param after how long after the request
   */
  record Refuse(Duration after) implements Decision {}

  /**
   * Somebody has to approve first.
   *
   * @param after how long that takes, null until it is ordered
   */
  record Hold(@Nullable Duration after) implements Decision {}

  /** It never answers. */
  record StaySilent() implements Decision {}

  /** The decision about one person, the same every time. */
  static Decision about(
      LinkageCode person,
      SpecificPersonalInformationCode information,
      InstitutionCode provider,
      Behaviour behaviour) {
    Draw draw =
        Draw.of(
            "decision",
            String.valueOf(behaviour.seed()),
            provider.value(),
            information.value(),
            person.value());
    int share = draw.below(100);
    int spread = behaviour.longestMillis() - behaviour.shortestMillis();
    Duration after =
        Duration.ofMillis(
            behaviour.shortestMillis() + (spread == 0 ? 0L : (long) draw.below(spread)));
    if (share < behaviour.refusedPercent()) {
      return new Refuse(after);
    }
    if (share < behaviour.refusedPercent() + behaviour.heldPercent()) {
      Integer held = behaviour.heldMillis();
      return new Hold(held == null ? null : Duration.ofMillis(held));
    }
    return share < behaviour.refusedPercent() + behaviour.heldPercent() + behaviour.silentPercent()
        ? new StaySilent()
        : new Provide(after);
  }

  /** When an answer goes out that could at this instant: with the next burst. */
  static Instant withBurst(Instant ready, int burstMillis) {
    if (burstMillis == 0) {
      return ready;
    }
    long millis = ready.toEpochMilli();
    return Instant.ofEpochMilli((millis + burstMillis - 1) / burstMillis * burstMillis);
  }
}
