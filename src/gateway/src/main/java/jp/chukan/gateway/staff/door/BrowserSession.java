package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import jp.chukan.gateway.staff.ConsoleSettings;
import jp.chukan.gateway.staff.session.SessionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the cookie of a browser leads to: the key of a session, and nothing personal. */
@Component
class BrowserSession {
  private static final String KEY = SessionKey.class.getName();
  private static final String PROVIDER = BrowserSession.class.getName() + ".provider";
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final ConsoleSettings settings;

  BrowserSession(ConsoleSettings settings) {
    this.settings = settings;
  }

  static Optional<SessionKey> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((SessionKey) session.getAttribute(KEY));
  }

  /** Id of the single sign-on by which the session came; empty for one that came by password. */
  static Optional<String> provider(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(PROVIDER));
  }

  /**
   * Begins anew: nothing that was there before the login goes on, its id least of all.
   *
   * @param provider id of the single sign-on that proved the person, null when a password did
   */
  void begin(HttpServletRequest request, SessionKey key, @Nullable String provider) {
    end(request);
    HttpSession session = request.getSession(true);
    // that it is over is decided elsewhere and told to the person, so the container is later
    session.setMaxInactiveInterval((int) settings.idle().plus(GRACE).toSeconds());
    session.setAttribute(KEY, key);
    if (provider != null) {
      session.setAttribute(PROVIDER, provider);
    }
  }

  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
