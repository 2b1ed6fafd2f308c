package jp.chukan.mocknetwork.connection;

import org.jspecify.annotations.Nullable;

/** The intermediate server did not answer for as long as it was tried. */
public final class GatewayUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GatewayUnreachableException(String path, @Nullable Throwable cause) {
    super("the server did not take " + path, cause);
  }
}
