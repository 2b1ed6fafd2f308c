package jp.chukan.gateway.console;

import java.time.Instant;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.provision.ReleaseOutcome;
import jp.chukan.gateway.staff.PageRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why nothing was done or shown, as the page of a case tells it.
 *
 * @param status of HTTP
 * @param code row of the catalogue
 * @param hint key of what to do about it, null when the code says all
 * @param by who was faster, null when nobody was
 * @param at when, null when nobody was
 */
record CaseRefusal(
    HttpStatus status,
    ErrorCode code,
    @Nullable String hint,
    @Nullable UserId by,
    @Nullable Instant at) {

  /**
   * @throws PageRefusal for a case that is not there, or is another institution's (MS-96)
   */
  static CaseRefusal of(ReleaseOutcome.Denied denied) {
    return switch (denied) {
      case ReleaseOutcome.NotAllowed no -> told(HttpStatus.FORBIDDEN, no.code());
      case ReleaseOutcome.Stale stale ->
          new CaseRefusal(HttpStatus.CONFLICT, stale.code(), null, stale.by(), stale.at());
      case ReleaseOutcome.Expired expired -> told(HttpStatus.CONFLICT, expired.code());
      case ReleaseOutcome.Unknown unknown -> throw PageRefusal.notFound(unknown.code());
    };
  }

  static CaseRefusal of(ReleaseOutcome.ContentChanged changed) {
    return told(HttpStatus.CONFLICT, changed.code());
  }

  static CaseRefusal of(InvalidInputException input) {
    ErrorCode code = input.refusal().code();
    return switch (code) {
      case SYM_MISSING_ELEMENT -> input(code, "case.hint.comment");
      case SYM_TOO_LARGE -> input(code, "case.hint.tooLong");
      default -> input(code, null);
    };
  }

  /** Something in the form does not do. */
  static CaseRefusal input(ErrorCode code, @Nullable String hint) {
    return new CaseRefusal(HttpStatus.BAD_REQUEST, code, hint, null, null);
  }

  private static CaseRefusal told(HttpStatus status, ErrorCode code) {
    return new CaseRefusal(status, code, null, null, null);
  }

  /** Whether the form itself was at fault, so that its choices still stand. */
  public boolean isInput() {
    return status == HttpStatus.BAD_REQUEST;
  }
}
