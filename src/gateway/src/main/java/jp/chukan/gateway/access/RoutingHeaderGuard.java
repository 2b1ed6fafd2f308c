package jp.chukan.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import jp.chukan.contract.error.ErrorCode;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses headers that steer what carries the flows: nobody outside has a reason to send them, and
 * whoever does is looking for a way in.
 */
final class RoutingHeaderGuard extends OncePerRequestFilter {
  private final RefusalWriter refusals;

  RoutingHeaderGuard(RefusalWriter refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean steering =
        Collections.list(request.getHeaderNames()).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .anyMatch(
                name ->
                    name.startsWith("camel") || name.startsWith("jms") || name.startsWith("_amq"));
    if (steering) {
      refusals.write(request, response, 400, ErrorCode.SCM_ROUTING_HEADER);
      return;
    }
    chain.doFilter(request, response);
  }
}
