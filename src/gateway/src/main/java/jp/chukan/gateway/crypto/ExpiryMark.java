package jp.chukan.gateway.crypto;

import java.time.Duration;
import java.time.Instant;

/** How near the end of a certificate is: at 60, 30, 14, 7 and 1 day somebody has to act. */
public enum ExpiryMark {
  /** Its validity is over. */
  EXPIRED(0),
  WITHIN_1(1),
  WITHIN_7(7),
  WITHIN_14(14),
  WITHIN_30(30),
  WITHIN_60(60),
  /** It has longer. */
  LATER(Integer.MAX_VALUE);

  private final int days;

  ExpiryMark(int days) {
    this.days = days;
  }

  /**
   * @param end last instant of the validity
   */
  static ExpiryMark of(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    for (ExpiryMark mark : values()) {
      if (mark == EXPIRED ? left.isNegative() : left.compareTo(Duration.ofDays(mark.days)) <= 0) {
        return mark;
      }
    }
    return LATER;
  }

  /** Whether somebody has to act. */
  public boolean isNear() {
    return this != LATER;
  }
}
