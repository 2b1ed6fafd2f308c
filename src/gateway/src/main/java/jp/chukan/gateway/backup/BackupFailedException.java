package jp.chukan.gateway.backup;

/** A backup could not be made or restored; nothing is left of it. Says nothing of what it holds. */
final class BackupFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupFailedException(Exception cause) {
    super("the backup is not whole: " + cause.getClass().getSimpleName(), cause);
  }

  BackupFailedException(String reason) {
    super(reason);
  }
}
