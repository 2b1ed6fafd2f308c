package jp.chukan.contract.crypto;

/**
 * The precise reason behind a refusal, for this side's operators only: the cause of an {@link
 * jp.chukan.contract.error.InvalidInputException}, never on the wire and never with content.
 */
final class RefusedCryptoException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedCryptoException(String reason) {
    super(reason);
  }

  RefusedCryptoException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
