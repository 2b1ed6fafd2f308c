package jp.chukan.peer;

import org.jspecify.annotations.Nullable;

/** A message that was not receipted as it must be. */
final class FailedExchangeException extends Exception {
  private static final long serialVersionUID = 1L;

  FailedExchangeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
