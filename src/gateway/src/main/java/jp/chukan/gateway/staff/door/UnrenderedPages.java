package jp.chukan.gateway.staff.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.FaultPlace;
import org.apache.catalina.session.TooManyActiveSessionsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page that breaks while it is drawn, or before anybody draws it, becomes the page of failures as
 * well, and neither the answer nor the log holds the text of the exception: it may quote what
 * stands on the page. Pages are drawn whole before anything of them leaves; a file, which is not,
 * breaks off.
 *
 * <p>A page with a form needs a session: that there are too many is no fault, and told as such.
 */
final class UnrenderedPages extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(UnrenderedPages.class);

  /** Seconds within which some of very many sessions end. */
  private static final String SESSIONS_END = "60";

  private static final String BROKEN = UnrenderedPages.class.getName();

  private final ConsolePages pages;

  UnrenderedPages(ConsolePages pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      tell(deepest(e), request, response);
    }
    if (request.getAttribute(BROKEN) != null) {
      // the connection breaks, so that nobody takes what has come for the whole
      throw new IOException("broken off half way");
    }
  }

  private void tell(Throwable fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean full = fault instanceof TooManyActiveSessionsException;
    if (!full) {
      log.error("fault around a page: {}", FaultPlace.of(fault));
    }
    if (response.isCommitted()) {
      breakOff(request);
      return;
    }
    response.resetBuffer();
    if (full) {
      response.setHeader(HttpHeaders.RETRY_AFTER, SESSIONS_END);
      pages.tell(request, response, HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.SYM_TOO_MANY_AT_ONCE);
    } else {
      pages.tell(request, response, HttpStatus.INTERNAL_SERVER_ERROR, ErrorCode.SYM_INTERNAL);
    }
  }

  /** What has left of the answer is not the whole of it. */
  static void breakOff(HttpServletRequest request) {
    request.setAttribute(BROKEN, true);
  }

  private static Throwable deepest(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
