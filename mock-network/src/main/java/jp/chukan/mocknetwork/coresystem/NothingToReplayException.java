package jp.chukan.mocknetwork.coresystem;

/** A replay was asked for before anything could be replayed. */
public final class NothingToReplayException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NothingToReplayException(String message) {
    super(message);
  }
}
