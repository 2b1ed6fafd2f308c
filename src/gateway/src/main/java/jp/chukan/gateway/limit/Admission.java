package jp.chukan.gateway.limit;

import java.time.Duration;
import jp.chukan.contract.error.ErrorCode;

/** Whether a request may go on: its turn, or why not and when again. */
public sealed interface Admission {

  /** It may; what it holds is given back by closing. */
  record Turn(Runnable givenBack) implements Admission, AutoCloseable {
    @Override
    public void close() {
      givenBack.run();
    }
  }

  /**
   * It may not now.
   *
   * @param code {@link ErrorCode#SYM_TOO_MANY_REQUESTS} or {@link ErrorCode#SYM_TOO_MANY_AT_ONCE}
   * @param again after how long it may
   * @param first whether it is the first for this reason within a minute: a flood is counted, and
   *     not written down one by one
   */
  record Later(ErrorCode code, Duration again, boolean first) implements Admission {

    /** Status of the answer (RFC 6585 section 4, RFC 9110 section 15.6.4). */
    public int status() {
      return code == ErrorCode.SYM_TOO_MANY_REQUESTS ? 429 : 503;
    }

    /** In whole seconds, at least one (RFC 9110 section 10.2.3). */
    public long seconds() {
      return Math.max(1, again.plusSeconds(1).minusNanos(1).toSeconds());
    }
  }
}
