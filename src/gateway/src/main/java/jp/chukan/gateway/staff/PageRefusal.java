package jp.chukan.gateway.staff;

import jp.chukan.contract.error.ErrorCode;

/** A page that is not shown, with what the person is told. */
public final class PageRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final ErrorCode code;
  private final int status;

  private PageRefusal(ErrorCode code, int status) {
    super(code.id(), null, false, false);
    this.code = code;
    this.status = status;
  }

  /** The person may not. */
  public static PageRefusal notOpen() {
    return new PageRefusal(ErrorCode.SCM_PAGE_NOT_OPEN, FORBIDDEN);
  }

  /** No page has the path. */
  public static PageRefusal unknownPage() {
    return new PageRefusal(ErrorCode.SCM_PAGE_UNKNOWN, NOT_FOUND);
  }

  /**
   * The same for what is not there and for what is another institution's (MS-96).
   *
   * @param code what is not there
   */
  public static PageRefusal notFound(ErrorCode code) {
    return new PageRefusal(code, NOT_FOUND);
  }

  public ErrorCode code() {
    return code;
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }
}
