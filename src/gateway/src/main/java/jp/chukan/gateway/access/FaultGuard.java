package jp.chukan.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.chukan.gateway.kernel.FaultPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whatever goes wrong at the door itself, before an endpoint is reached, as a fault of this
 * side. Without it the container would ask for its page of errors, to which nobody has a right, and
 * a request that came while the database was away would be refused for good.
 */
final class FaultGuard extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(FaultGuard.class);

  private final RefusalWriter refusals;

  FaultGuard(RefusalWriter refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      log.error("fault at the door of {}: {}", Endpoint.of(request), FaultPlace.of(e));
      if (response.isCommitted()) {
        // the connection breaks, so that nobody takes what has come for the whole
        throw new IOException("broken off half way");
      }
      refusals.fault(request, response);
    }
  }
}
