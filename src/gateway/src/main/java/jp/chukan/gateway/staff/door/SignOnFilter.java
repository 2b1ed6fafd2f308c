package jp.chukan.gateway.staff.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * Two things that single sign-on needs before it begins and when it comes back.
 *
 * <p>A browser that comes back from another site sends no cookie that is {@code SameSite=Strict}.
 * It is told to ask again by itself, from a page of this site, and then sends it: the cookie stays
 * as strict as it is.
 */
final class SignOnFilter extends OncePerRequestFilter {
  private static final Pattern PLACE =
      Pattern.compile(SignOnProviders.PATH + "/([a-z0-9-]{1,20})(/return)?");
  private static final String AGAIN = "again";

  private final SignOnProviders providers;

  SignOnFilter(SignOnProviders providers) {
    this.providers = providers;
  }

  /** The id that the address names, null when it names none. */
  static @Nullable String registration(HttpServletRequest request) {
    Matcher place = PLACE.matcher(request.getRequestURI());
    return place.matches() ? place.group(1) : null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher place = PLACE.matcher(request.getRequestURI());
    if (!place.matches()) {
      chain.doFilter(request, response);
    } else if (providers.findByRegistrationId(place.group(1)) == null) {
      response.sendRedirect("/console/login?ended=oidc");
    } else if (place.group(2) != null && isFirst(request)) {
      askAgain(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isFirst(HttpServletRequest request) {
    return request.getSession(false) == null && request.getParameter(AGAIN) == null;
  }

  private static void askAgain(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString() == null ? "" : request.getQueryString() + "&";
    String address =
        HtmlUtils.htmlEscape(request.getRequestURI() + "?" + query + AGAIN + "=1", "UTF-8");
    response.setContentType("text/html;charset=UTF-8");
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <html lang="ja"><head><meta charset="UTF-8"><title>ログイン</title>
            <meta http-equiv="refresh" content="0;url=%1$s"></head>
            <body><main><p><a href="%1$s">ログインを続ける</a></p></main></body></html>
            """
                .formatted(address));
  }
}
