package jp.chukan.contract.crypto;

/**
 * Stored data or a stored key do not decrypt: altered, moved to another row, or encrypted under
 * another key. A fault of this side, not of whoever asked; the text holds no content.
 */
public class UnreadableAtRestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableAtRestException(String what) {
    super(what);
  }

  UnreadableAtRestException(String what, Throwable cause) {
    super(what, cause);
  }
}
