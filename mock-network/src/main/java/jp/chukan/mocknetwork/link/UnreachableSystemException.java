package jp.chukan.mocknetwork.link;

import org.jspecify.annotations.Nullable;

/** A system does not answer, or is out of order: the message may be sent again. */
public final class UnreachableSystemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreachableSystemException(CountrySystem from, CountrySystem to, @Nullable Throwable cause) {
    super(from + " does not reach " + to, cause);
  }
}
