package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.FaultPlace;
import jp.chukan.gateway.staff.PageRefusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** A failure of a page becomes a page with a row of the catalogue; no exception text leaves. */
@Component
class ConsoleFailures implements HandlerExceptionResolver, Ordered {
  private static final Logger log = LoggerFactory.getLogger(ConsoleFailures.class);

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!ConsoleValve.isConsole(request)) {
      return null;
    }
    ErrorCode code = code(failure);
    HttpStatus status = status(failure, code);
    if (status.is5xxServerError()) {
      log.error(
          "fault at {}: {}",
          request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
          FaultPlace.of(failure));
    }
    if (response.isCommitted()) {
      // a file broke off half way: no page follows it
      UnrenderedPages.breakOff(request);
      return new ModelAndView();
    }
    return new ModelAndView(ConsolePages.ERROR, ConsolePages.model(status, code), status);
  }

  private static ErrorCode code(Exception failure) {
    return switch (failure) {
      case PageRefusal refusal -> refusal.code();
      case InvalidInputException input -> input.refusal().code();
      case ErrorResponse response -> code(response.getStatusCode().value());
      case BindException input -> ErrorCode.SYM_CODE_FORM;
      case MethodArgumentTypeMismatchException input -> ErrorCode.SYM_CODE_FORM;
      default -> ErrorCode.SYM_INTERNAL;
    };
  }

  private static ErrorCode code(int status) {
    return switch (status) {
      case 403 -> ErrorCode.SCM_PAGE_NOT_OPEN;
      case 404 -> ErrorCode.SCM_PAGE_UNKNOWN;
      case 405, 406, 415 -> ErrorCode.SYM_MEDIA_TYPE;
      case 413 -> ErrorCode.SYM_TOO_LARGE;
      case 400 -> ErrorCode.SYM_MISSING_ELEMENT;
      default -> ErrorCode.SYM_INTERNAL;
    };
  }

  private static HttpStatus status(Exception failure, ErrorCode code) {
    return switch (failure) {
      case PageRefusal refusal -> HttpStatus.valueOf(refusal.status());
      case ErrorResponse response -> HttpStatus.valueOf(response.getStatusCode().value());
      case InvalidInputException input -> status(code);
      default ->
          code == ErrorCode.SYM_INTERNAL
              ? HttpStatus.INTERNAL_SERVER_ERROR
              : HttpStatus.BAD_REQUEST;
    };
  }

  private static HttpStatus status(ErrorCode code) {
    return switch (code) {
      case SKI_UNKNOWN_RECEPTION, TKM_RECORD_NOT_FOUND, SYM_MASTER_UNKNOWN_VERSION ->
          HttpStatus.NOT_FOUND;
      case SYM_MASTER_STALE, SKI_FILE_CONFLICT, SKI_MESSAGE_CONFLICT -> HttpStatus.CONFLICT;
      default ->
          code.category() == ErrorCode.Category.RETRY
              ? HttpStatus.SERVICE_UNAVAILABLE
              : HttpStatus.BAD_REQUEST;
    };
  }
}
