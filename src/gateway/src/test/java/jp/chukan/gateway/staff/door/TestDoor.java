package jp.chukan.gateway.staff.door;

import java.time.Instant;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.session.SessionKey;
import jp.chukan.gateway.staff.session.StaffSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.StandaloneMockMvcBuilder;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The rules of the door before pages that a test serves by itself. */
public final class TestDoor {
  private TestDoor() {}

  /** Puts them before the pages. */
  public static StandaloneMockMvcBuilder before(
      StandaloneMockMvcBuilder pages, ThymeleafViewResolver views, LocaleResolver languages) {
    return pages
        .setCustomArgumentResolvers(new StaffArguments())
        .setHandlerExceptionResolvers(new ConsoleFailures())
        .addInterceptors(new RoleRules(new ConsolePages(views, languages)));
  }

  /** As if the person had come through the door. */
  public static RequestPostProcessor as(StaffIdentity staff) {
    StaffSession session =
        new StaffSession(
            new SessionKey(staff.institution().value(), 1),
            staff,
            "試験職員",
            "試験機関",
            Instant.EPOCH,
            null,
            false,
            true,
            0);
    return request -> {
      request.setAttribute(ConsoleValve.class.getName(), true);
      SecurityContextHolder.getContext().setAuthentication(new StaffAuthentication(session));
      return request;
    };
  }
}
