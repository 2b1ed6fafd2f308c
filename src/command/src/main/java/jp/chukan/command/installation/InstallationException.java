package jp.chukan.command.installation;

import org.jspecify.annotations.Nullable;

/**
 * A part of the installation did not start or stop; the text is one line for the person at the
 * terminal.
 */
public final class InstallationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InstallationException(String message) {
    this(message, null);
  }

  public InstallationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
