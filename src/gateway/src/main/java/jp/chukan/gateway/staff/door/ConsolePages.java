package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders the page that says no, also where no controller has been reached. */
@Component
class ConsolePages {
  static final String REFUSED = "console/refused";

  private final ThymeleafViewResolver views;

  ConsolePages(ThymeleafViewResolver viewResolver) {
    this.views = viewResolver;
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType("text/html;charset=UTF-8");
    try {
      View view = views.resolveViewName(REFUSED, Locale.JAPAN);
      if (view != null) {
        view.render(Map.of("status", status.value()), request, response);
      }
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) { // declared so by Spring
      throw new IllegalStateException("the page cannot be rendered", e);
    }
  }
}
