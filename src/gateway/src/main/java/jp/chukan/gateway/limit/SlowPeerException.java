package jp.chukan.gateway.limit;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** The peer sends or takes too slowly; its connection has been given up. */
public final class SlowPeerException extends IOException {
  private static final long serialVersionUID = 1L;

  SlowPeerException() {
    super("the peer is too slow");
  }

  /** Whether this is why something failed; the container wraps it. */
  public static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(SlowPeerException.class::isInstance);
  }
}
