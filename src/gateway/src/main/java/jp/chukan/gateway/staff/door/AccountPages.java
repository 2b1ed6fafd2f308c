package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jp.chukan.gateway.staff.session.ChangePassword;
import jp.chukan.gateway.staff.session.StaffSession;
import jp.chukan.gateway.staff.session.StaffSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees of and does with the own account. */
@Controller
@WithoutRole
class AccountPages {
  private static final String PASSWORD = "console/password";

  private final ChangePassword changePassword;
  private final StaffSessions sessions;

  AccountPages(ChangePassword changePassword, StaffSessions sessions) {
    this.changePassword = changePassword;
    this.sessions = sessions;
  }

  /**
   * Where a login leads to: tells when the person was here last, and whether from elsewhere now.
   */
  @GetMapping("/console/account")
  ModelAndView account(StaffSession session) {
    if (session.mustChangePassword()) {
      return new ModelAndView("redirect:/console/password");
    }
    return new ModelAndView("console/account").addObject("staff", session);
  }

  @GetMapping("/console/password")
  ModelAndView password(StaffSession session) {
    return page(session, null, HttpStatus.OK);
  }

  @PostMapping("/console/password")
  ModelAndView password(
      StaffSession session,
      @RequestParam(defaultValue = "") String present,
      @RequestParam(defaultValue = "") String next,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request) {
    if (!next.equals(again)) {
      return page(session, "different", HttpStatus.BAD_REQUEST);
    }
    return switch (changePassword.change(session, present, next)) {
      case CHANGED -> {
        request.changeSessionId();
        yield new ModelAndView("redirect:/console/account");
      }
      case UNACCEPTABLE -> page(session, "unacceptable", HttpStatus.BAD_REQUEST);
      case WRONG -> page(session, "wrong", HttpStatus.BAD_REQUEST);
      case LOCKED -> {
        BrowserSession.end(request);
        yield new ModelAndView("redirect:/console/login?ended=revoked");
      }
    };
  }

  @PostMapping("/console/logout")
  ModelAndView logout(StaffSession session, HttpServletRequest request) {
    sessions.signOut(session.key());
    BrowserSession.end(request);
    return new ModelAndView("redirect:/console/login?ended=signed-out");
  }

  private static ModelAndView page(
      StaffSession session, @Nullable String refusal, HttpStatus status) {
    return new ModelAndView(PASSWORD, status)
        .addObject("forced", session.mustChangePassword())
        .addObject("user", session.identity().user().value())
        .addObject("refusal", refusal);
  }
}
