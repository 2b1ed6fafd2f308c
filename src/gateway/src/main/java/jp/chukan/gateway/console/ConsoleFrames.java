package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before every page of the console: lets in whom {@link ConsolePage} opens it to and nobody
 * else (MS-93), and prepares what stands around the page.
 */
@ControllerAdvice(basePackageClasses = ConsolePage.class)
@Order(0)
class ConsoleFrames {
  private final ServedInstitutions institutions;
  private final JapanTimes times;

  ConsoleFrames(ServedInstitutions institutions, JapanTimes times) {
    this.institutions = institutions;
    this.times = times;
  }

  /**
   * @throws ConsoleRefusal unless the page opens to the person
   */
  @ModelAttribute
  void open(StaffIdentity staff, HttpServletRequest request, Model model) {
    String pattern =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    model.addAttribute("frame", frame(staff, pattern));
    model.addAttribute("times", times);
    if (pattern.equals(UnknownPage.PATTERN)) {
      throw ConsoleRefusal.unknownPage();
    }
    ConsolePage page = ConsolePage.of(pattern).orElseThrow(ConsoleRefusal::notOpen);
    if (!page.opensTo(staff)) {
      throw ConsoleRefusal.notOpen();
    }
  }

  private Frame frame(StaffIdentity staff, String pattern) {
    ConsolePage current = ConsolePage.of(pattern).orElse(null);
    return new Frame(
        institutions
            .find(staff.institution())
            .map(ServedInstitutions.Institution::name)
            .orElse(staff.institution().value()),
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
