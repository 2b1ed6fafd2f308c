package jp.chukan.contract.crypto;

import java.nio.file.Path;

/** A key that is configured, in a file or in a token, cannot be used; nothing may rely on it. */
public final class UnusableKeyFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableKeyFileException(Path file, String reason, Throwable cause) {
    super(file.getFileName() + ": " + reason, cause);
  }

  UnusableKeyFileException(Path file, String reason) {
    super(file.getFileName() + ": " + reason);
  }

  /**
   * @param name of the key in its storage
   */
  public UnusableKeyFileException(String name, String reason) {
    super(name + ": " + reason);
  }

  UnusableKeyFileException(String name, String reason, Throwable cause) {
    super(name + ": " + reason, cause);
  }
}
