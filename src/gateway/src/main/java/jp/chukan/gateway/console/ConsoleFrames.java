package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Prepares what stands around every page, also around one that tells a failure: attributes of the
 * request, where templates find them.
 */
@Component
class ConsoleFrames implements HandlerInterceptor {
  private final ServedInstitutions institutions;
  private final JapanTimes times;
  private final AffairLabels affairs;

  ConsoleFrames(ServedInstitutions institutions, JapanTimes times, AffairLabels affairs) {
    this.institutions = institutions;
    this.times = times;
    this.affairs = affairs;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    request.setAttribute("times", times);
    request.setAttribute("affairLabels", affairs);
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    if (person != null && person.getPrincipal() instanceof StaffIdentity staff) {
      String pattern =
          String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
      request.setAttribute("frame", frame(staff, pattern));
    }
    return true;
  }

  private Frame frame(StaffIdentity staff, String pattern) {
    ConsolePage current = ConsolePage.of(pattern).orElse(null);
    return new Frame(
        institutions
            .find(staff.institution())
            .map(ServedInstitutions.Institution::name)
            .orElse(null),
        staff.user().value(),
        Stream.of(StaffRole.values())
            .filter(staff.roles()::contains)
            .map(role -> "role." + role.name())
            .toList(),
        pages(staff, current));
  }

  private static List<Frame.MenuEntry> pages(StaffIdentity staff, @Nullable ConsolePage current) {
    return Stream.of(ConsolePage.values())
        .filter(page -> page.opensTo(staff))
        .map(
            page -> new Frame.MenuEntry(page.path(), page.title(), page == current ? "page" : null))
        .toList();
  }
}
