package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * A failure of a page becomes a page; no exception text leaves. What a controller of the console
 * answers itself is left to it.
 */
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
    if (!ConsoleValve.isConsole(request) || answersItself(handler, failure)) {
      return null;
    }
    HttpStatus status = status(failure);
    if (status.is5xxServerError()) {
      // The class and place of the fault, without its text: a text may quote what came.
      log.error(
          "fault of a page: {} {}",
          failure.getClass().getName(),
          failure.getStackTrace().length == 0 ? "" : failure.getStackTrace()[0]);
    }
    return new ModelAndView(ConsolePages.REFUSED, Map.of("status", status.value()), status);
  }

  private static boolean answersItself(@Nullable Object handler, Exception failure) {
    return handler instanceof HandlerMethod method
        && new ExceptionHandlerMethodResolver(method.getBeanType()).resolveMethod(failure) != null;
  }

  private static HttpStatus status(Exception failure) {
    return switch (failure) {
      case ErrorResponse response -> HttpStatus.valueOf(response.getStatusCode().value());
      case InvalidInputException input -> HttpStatus.BAD_REQUEST;
      case BindException input -> HttpStatus.BAD_REQUEST;
      case MethodArgumentTypeMismatchException input -> HttpStatus.BAD_REQUEST;
      default -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
