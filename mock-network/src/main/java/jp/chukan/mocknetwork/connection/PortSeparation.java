package jp.chukan.mocknetwork.connection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The control API, the pages of the person and of the キオスク端末, and the revocation data of the
 * authority exist on the loopback port only, and nothing else exists there.
 */
@Component
final class PortSeparation extends OncePerRequestFilter {
  private final Connector control;

  PortSeparation(Connector control) {
    this.control = control;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean onControlPort = request.getLocalPort() == control.getLocalPort();
    String path = request.getRequestURI();
    if (onControlPort == isOfControlPort(path)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static boolean isOfControlPort(String path) {
    return path.startsWith("/control/")
        || path.startsWith("/portal")
        || path.startsWith("/day")
        || path.startsWith("/kiosk")
        // signed by the authority, and asked before TLS is proved: plain HTTP, as everywhere
        || path.startsWith("/revocation/");
  }
}
