package jp.chukan.command.client;

import jp.chukan.contract.message.Acknowledgement;

/** The gateway refused a message as a whole, and said why. */
public final class RefusedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Acknowledgement.Body reason;

  RefusedMessageException(int status, Acknowledgement.Body reason) {
    super(
        "the gateway refused it (HTTP %d): %s %s"
            .formatted(status, reason.errorCode(), reason.errorMessage()));
    this.status = status;
    this.reason = reason;
  }

  public int status() {
    return status;
  }

  public Acknowledgement.Body reason() {
    return reason;
  }
}
