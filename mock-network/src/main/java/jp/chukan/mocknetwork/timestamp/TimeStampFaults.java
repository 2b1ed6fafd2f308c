package jp.chukan.mocknetwork.timestamp;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which of the next time stamps are to go wrong. */
@Component
public final class TimeStampFaults {
  private @Nullable TimeStampFault ordered;
  private int remaining;

  /**
   * The next requests for a time stamp.
   *
   * @param fault what goes wrong with them, null for nothing
   * @param count with how many
   */
  public synchronized void order(@Nullable TimeStampFault fault, int count) {
    ordered = fault;
    remaining = count;
  }

  /** What goes wrong with the request that has come now, null for nothing. */
  synchronized @Nullable TimeStampFault next() {
    if (ordered == null || remaining <= 0) {
      return null;
    }
    remaining--;
    return ordered;
  }
}
