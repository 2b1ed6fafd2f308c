package jp.chukan.contract.crypto;

import java.nio.file.Path;

/** A key file that is configured cannot be used; the server must not start with it. */
public final class UnusableKeyFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableKeyFileException(Path file, String reason, Throwable cause) {
    super(file.getFileName() + ": " + reason, cause);
  }

  UnusableKeyFileException(Path file, String reason) {
    super(file.getFileName() + ": " + reason);
  }
}
