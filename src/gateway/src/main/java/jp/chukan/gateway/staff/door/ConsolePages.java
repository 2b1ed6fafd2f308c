package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import jp.chukan.contract.error.ErrorCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders the page that says no, also where no controller has been reached. */
@Component
class ConsolePages {
  static final String ERROR = "console/error";

  private final ThymeleafViewResolver views;
  private final LocaleResolver languages;

  ConsolePages(ThymeleafViewResolver viewResolver, LocaleResolver localeResolver) {
    this.views = viewResolver;
    this.languages = localeResolver;
  }

  /** What the page tells: the row of the catalogue. */
  static Map<String, Object> model(HttpStatus status, ErrorCode code) {
    return Map.of("status", status.value(), "code", code.id(), "text", code.message());
  }

  /** The person may not, or a form came from elsewhere than its page. */
  void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    tell(request, response, HttpStatus.FORBIDDEN, ErrorCode.SCM_PAGE_NOT_OPEN);
  }

  /** Renders the page with this row of the catalogue. */
  void tell(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, ErrorCode code)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType("text/html;charset=UTF-8");
    try {
      View view = views.resolveViewName(ERROR, languages.resolveLocale(request));
      if (view != null) {
        view.render(model(status, code), request, response);
      }
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) { // declared so by Spring
      throw new IllegalStateException("the page cannot be rendered", e);
    }
  }
}
