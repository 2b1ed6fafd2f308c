package jp.chukan.gateway.console;

import jp.chukan.contract.error.ErrorCode;

/** A page that is not shown, with what the person is told. */
final class ConsoleRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final int status;

  private ConsoleRefusal(ErrorCode code, int status) {
    super(code.id(), null, false, false);
    this.code = code;
    this.status = status;
  }

  static ConsoleRefusal notOpen() {
    return new ConsoleRefusal(ErrorCode.SCM_PAGE_NOT_OPEN, 403);
  }

  static ConsoleRefusal unknownPage() {
    return new ConsoleRefusal(ErrorCode.SCM_PAGE_UNKNOWN, 404);
  }

  /** The same for what is not there and for what is another institution's. */
  static ConsoleRefusal notFound() {
    return new ConsoleRefusal(ErrorCode.SKI_UNKNOWN_RECEPTION, 404);
  }

  ErrorCode code() {
    return code;
  }

  int status() {
    return status;
  }
}
