package jp.chukan.gateway.limit;

import java.io.IOException;

/** The peer sends or takes too slowly; its connection has been given up. */
public final class SlowPeerException extends IOException {
  private static final long serialVersionUID = 1L;

  SlowPeerException() {
    super("the peer is too slow");
  }
}
