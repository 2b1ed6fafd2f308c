package jp.chukan.mocknetwork.day;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A clock that lets one day, from opening to closing, go by in some seconds. Events and scenes get
 * their time from it; everything else keeps the real one.
 */
public final class DayClock {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  static final LocalTime OPENING = LocalTime.of(8, 30);
  static final LocalTime CLOSING = LocalTime.of(20, 0);

  private final LocalDate day;
  private final Duration lasting;
  private final InstantSource real;
  private final Instant begun;
  private final Semaphore stopped = new Semaphore(0);

  /**
   * Begins now.
   *
   * @param lasting how long the day takes; zero for as long as what happens in it takes
   */
  DayClock(LocalDate day, Duration lasting, InstantSource real) {
    this.day = day;
    this.lasting = lasting;
    this.real = real;
    this.begun = real.instant();
  }

  LocalDate day() {
    return day;
  }

  Instant at(LocalTime time) {
    return day.atTime(time).atZone(JAPAN).toInstant();
  }

  Instant opening() {
    return at(OPENING);
  }

  Instant closing() {
    return at(CLOSING);
  }

  /**
   * Waits until it shows this time.
   *
   * @return false when it was stopped
   */
  boolean awaitUntil(Instant time) {
    double part =
        seconds(Duration.between(opening(), time))
            / seconds(Duration.between(opening(), closing()));
    Instant then = begun.plusMillis(Math.round(part * lasting.toMillis()));
    long left = Duration.between(real.instant(), then).toMillis();
    try {
      return !stopped.tryAcquire(Math.max(0, left), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Nobody waits for it any more. */
  void stop() {
    stopped.release();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
