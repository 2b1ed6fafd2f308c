package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What goes wrong on a page becomes a page with a row of the catalogue; no exception text leaves.
 */
@ControllerAdvice(basePackageClasses = ConsolePage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFailures {
  private static final Logger log = LoggerFactory.getLogger(PageFailures.class);

  @ExceptionHandler
  ModelAndView refused(ConsoleRefusal e) {
    return page(e.status(), e.code());
  }

  @ExceptionHandler
  ModelAndView invalidInput(InvalidInputException e) {
    return page(status(e.refusal().code()), e.refusal().code());
  }

  @ExceptionHandler
  ModelAndView binding(ServletRequestBindingException e) {
    return page(400, ErrorCode.SYM_MISSING_ELEMENT);
  }

  @ExceptionHandler
  ModelAndView method(HttpRequestMethodNotSupportedException e) {
    return page(405, ErrorCode.SYM_MEDIA_TYPE);
  }

  /** What nobody foresaw. */
  @ExceptionHandler
  ModelAndView fault(RuntimeException e, HttpServletRequest request) {
    // The class and place of the fault, without its text: a text may quote what came.
    log.error(
        "fault at {}: {} {}",
        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
        e.getClass().getName(),
        e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
    return page(500, ErrorCode.SYM_INTERNAL);
  }

  private static ModelAndView page(int status, ErrorCode code) {
    ModelAndView page = new ModelAndView("console/error");
    page.setStatus(HttpStatusCode.valueOf(status));
    page.addObject("status", status);
    page.addObject("code", code.id());
    page.addObject("text", code.message());
    return page;
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case SKI_UNKNOWN_RECEPTION, TKM_RECORD_NOT_FOUND, SYM_MASTER_UNKNOWN_VERSION -> 404;
      case SCM_CLIENT_NOT_REGISTERED, SCM_FOREIGN_INSTITUTION, SCM_PAGE_NOT_OPEN -> 403;
      case SYM_MASTER_STALE, SKI_FILE_CONFLICT, SKI_MESSAGE_CONFLICT -> 409;
      default -> code.category() == ErrorCode.Category.RETRY ? 503 : 400;
    };
  }
}
