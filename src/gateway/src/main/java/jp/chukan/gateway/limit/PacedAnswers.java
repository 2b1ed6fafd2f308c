package jp.chukan.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds whoever takes an answer to a pace: a result file is read from the database while it is
 * sent, and a reader that all but stands still would keep its connection.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PacedAnswers extends OncePerRequestFilter {
  private final LimitSettings settings;

  PacedAnswers(LimitSettings settings) {
    this.settings = settings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(PaceValve.CUT) instanceof Runnable cut) {
      Pace pace = new Pace(settings, System::nanoTime);
      chain.doFilter(request, new Paced(response, pace, cut));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The answer; text written by a writer is small and goes its usual way. */
  private static final class Paced extends HttpServletResponseWrapper {
    private final Pace pace;
    private final Runnable cut;
    private @Nullable ServletOutputStream stream;

    Paced(HttpServletResponse response, Pace pace, Runnable cut) {
      super(response);
      this.pace = pace;
      this.cut = cut;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (stream == null) {
        stream = new PacedOutput(super.getOutputStream(), pace, cut);
      }
      return stream;
    }
  }
}
