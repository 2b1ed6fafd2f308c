package jp.chukan.gateway.testing;

import java.time.Duration;
import jp.chukan.gateway.limit.DoorLimits;
import jp.chukan.gateway.limit.LimitSettings;
import org.springframework.util.unit.DataSize;

/** Limits of a test: small enough to be reached. */
public final class TestLimits {
  /** As many as a test may want. */
  public static final DoorLimits GENEROUS = new DoorLimits(1_000, Duration.ofMinutes(1), 100, 10);

  /** Messages that may wait, in a queue and to leave. */
  public static final long WAITING = 100;

  private TestLimits() {}

  /** Of everything but the attachment as many as a test may want. */
  public static LimitSettings ofAttachment(long records) {
    return settings(GENEROUS, records);
  }

  /** The same at every door. */
  public static LimitSettings ofDoors(DoorLimits door) {
    return settings(door, 1_000);
  }

  private static LimitSettings settings(DoorLimits door, long records) {
    return new LimitSettings(
        door,
        door,
        door,
        door,
        door,
        door,
        WAITING,
        WAITING,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        DataSize.ofBytes(1_000),
        Duration.ofSeconds(60),
        DataSize.ofMegabytes(100),
        records);
  }
}
