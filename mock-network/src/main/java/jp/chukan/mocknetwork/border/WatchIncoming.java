package jp.chukan.mocknetwork.border;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.chukan.mocknetwork.border.Crossing.Way;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows the watch what the server sends here and gets. The control API, the portal and the page of
 * the day are no part of the country: the server does not know of them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WatchIncoming extends OncePerRequestFilter {
  private static final int ERRORS = 400;
  private static final String REVOCATION = "/revocation/";

  private final BorderWatch watch;

  WatchIncoming(BorderWatch watch) {
    this.watch = watch;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // the control port is plain HTTP, and of it the server knows the revocation data only
    return !watch.isOn() || !(request.isSecure() || request.getRequestURI().startsWith(REVOCATION));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var read = new CopiedRequest(request);
    var written = new CopiedResponse(response);
    try {
      chain.doFilter(read, written);
    } finally {
      String query = request.getQueryString();
      watch.crossed(
          Way.FROM_SERVER,
          "",
          request.getRequestURI() + (query == null ? "" : "?" + query),
          response.getStatus() < ERRORS,
          read.copy(),
          written.copy());
    }
  }
}
