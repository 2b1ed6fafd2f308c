package jp.chukan.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.csv.FaultyFileException;
import jp.chukan.gateway.kernel.FaultPlace;
import jp.chukan.gateway.limit.SlowPeerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every failure of an endpoint becomes a row of the catalogue; no exception text leaves. */
@RestControllerAdvice
class EdgeFailures {
  private static final Logger log = LoggerFactory.getLogger(EdgeFailures.class);

  private final RefusalWriter refusals;

  EdgeFailures(RefusalWriter refusals) {
    this.refusals = refusals;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> invalidInput(InvalidInputException e, HttpServletRequest request) {
    return refusals.refuse(request, status(e.refusal().code()), e.refusal());
  }

  @ExceptionHandler
  ResponseEntity<?> faultyFile(FaultyFileException e, HttpServletRequest request) {
    return refusals.refuse(request, e.faults());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> mediaType(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
    return refusals.refuse(request, 415, Refusal.of(ErrorCode.SYM_MEDIA_TYPE));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> answerType(
      HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
    return refusals.refuse(request, 406, Refusal.of(ErrorCode.SYM_MEDIA_TYPE));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> method(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    return refusals.refuse(request, 405, Refusal.of(ErrorCode.SYM_MEDIA_TYPE));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> noEndpoint(NoResourceFoundException e, HttpServletRequest request) {
    return refusals.refuse(request, 404, Refusal.of(ErrorCode.SYM_UNKNOWN_ENDPOINT));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> brokenOff(UncheckedIOException e, HttpServletRequest request) {
    return SlowPeerException.isCauseOf(e)
        ? refusals.refuse(request, 408, Refusal.of(ErrorCode.SYM_TOO_SLOW))
        : fault(e, request);
  }

  /** What nobody foresaw: told as a fault of this side, which the sender may try again. */
  @ExceptionHandler
  ResponseEntity<byte[]> fault(RuntimeException e, HttpServletRequest request) {
    log.error("fault at {}: {}", Endpoint.of(request), FaultPlace.of(e));
    return refusals.refuse(request, 503, Refusal.of(ErrorCode.SYM_INTERNAL));
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case SYM_TOO_LARGE -> 413;
      case SYM_TOO_SLOW -> 408;
      case SCM_CLIENT_NOT_REGISTERED, SCM_FOREIGN_INSTITUTION, SCM_SOURCE_NETWORK -> 403;
      case SYM_DESTINATION,
          SYM_UNKNOWN_ENDPOINT,
          SYM_MASTER_UNKNOWN_VERSION,
          FGU_UNKNOWN_PROCESSING_NUMBER,
          SKI_UNKNOWN_RECEPTION,
          OSR_UNKNOWN_NOTICE,
          DBM_RECONCILIATION_UNKNOWN,
          TKY_NO_LIST ->
          404;
      case SYM_MASTER_STALE,
          SKI_FILE_CONFLICT,
          SKI_MESSAGE_CONFLICT,
          OSR_NOTICE_CONFLICT,
          SCM_ADMINISTRATOR_EXISTS,
          SCM_USER_EXISTS ->
          409;
      case SKI_RESULT_REMOVED -> 410;
      default -> code.category() == ErrorCode.Category.RETRY ? 503 : 400;
    };
  }
}
