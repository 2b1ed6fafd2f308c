package jp.chukan.mocknetwork.residentrecords;

import java.time.LocalDate;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;

/** Whether and since when somebody lives in the municipality. */
public sealed interface Residence {
  /**
   * Lives here.
   *
   * @param since 住民となった日
   */
  record Present(LocalDate since) implements Residence {}

  /**
   * The 住民票 is 消除; it stays as 除票.
   *
   * @param reason why
   * @param on 消除日
   */
  record Removed(RemovalReason reason, LocalDate on) implements Residence {}

  /** Whether the person lives here. */
  default boolean isPresent() {
    return this instanceof Present;
  }
}
