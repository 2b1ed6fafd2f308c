package jp.chukan.gateway.staff.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import jp.chukan.gateway.staff.session.SessionEnd;
import jp.chukan.gateway.staff.session.SessionKey;
import jp.chukan.gateway.staff.session.SessionLook.Over;
import jp.chukan.gateway.staff.session.SessionLook.Running;
import jp.chukan.gateway.staff.session.StaffSessions;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks up at each request who is signed in and whether still (JN-24, JN-35). What a page asks by
 * itself says so in a header and does not count as a sign of life (MU-02).
 */
final class StaffSessionFilter extends OncePerRequestFilter {
  private static final String BACKGROUND = "X-Console-Background";
  private static final String END = SessionEnd.class.getName();

  private final StaffSessions sessions;

  StaffSessionFilter(StaffSessions sessions) {
    this.sessions = sessions;
  }

  /** Why the session of this request has just ended: a word for an address. */
  static Optional<String> ended(HttpServletRequest request) {
    return request.getAttribute(END) instanceof SessionEnd end
        ? Optional.of(end.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        : Optional.empty();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/console/assets/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<SessionKey> key = BrowserSession.find(request);
    if (key.isPresent()) {
      switch (sessions.look(key.get(), request.getHeader(BACKGROUND) == null)) {
        case Running running -> {
          SecurityContext context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(new StaffAuthentication(running.session()));
          SecurityContextHolder.setContext(context);
        }
        case Over over -> {
          BrowserSession.end(request);
          request.setAttribute(END, over.end());
        }
      }
    }
    chain.doFilter(request, response);
  }
}
