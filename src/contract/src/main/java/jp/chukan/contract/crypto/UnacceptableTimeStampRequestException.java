package jp.chukan.contract.crypto;

/** A request that a time-stamp authority answers with a rejection. */
public final class UnacceptableTimeStampRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TimeStampRejection rejection;

  UnacceptableTimeStampRequestException(TimeStampRejection rejection) {
    super(rejection.name());
    this.rejection = rejection;
  }

  public TimeStampRejection rejection() {
    return rejection;
  }
}
