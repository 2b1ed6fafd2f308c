package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.session.StaffSession;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Deny by default: a page of the console opens only to the roles that it names (JN-17, MS-93). Who
 * still has to choose a password, or to show a passkey that the page demands, is led there first.
 */
final class RoleRules implements HandlerInterceptor {
  private final ConsolePages pages;

  RoleRules(ConsolePages pages) {
    this.pages = pages;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod page)
        || AnnotatedElementUtils.hasAnnotation(page.getBeanType(), WithoutRole.class)) {
      return true;
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    OpenTo rule = rule(page);
    if (rule == null || !(authentication instanceof StaffAuthentication staff)) {
      pages.refuse(request, response);
      return false;
    }
    return opens(rule, staff.session(), request, response);
  }

  private boolean opens(
      OpenTo rule, StaffSession session, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (session.mustChangePassword()) {
      response.sendRedirect("/console/password");
      return false;
    }
    if (Arrays.stream(rule.value()).anyMatch(session.identity()::mayActAs)) {
      return true;
    }
    boolean holds =
        Arrays.stream(rule.value()).anyMatch(role -> session.identity().roles().contains(role));
    if (holds && request.getMethod().equals("GET")) {
      response.sendRedirect("/console/passkey");
    } else {
      pages.refuse(request, response);
    }
    return false;
  }

  private static @Nullable OpenTo rule(HandlerMethod page) {
    OpenTo own = AnnotatedElementUtils.findMergedAnnotation(page.getMethod(), OpenTo.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(page.getBeanType(), OpenTo.class);
  }
}
