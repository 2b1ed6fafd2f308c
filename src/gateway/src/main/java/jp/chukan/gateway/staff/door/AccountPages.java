package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
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
  private final SignOnProviders providers;

  AccountPages(ChangePassword changePassword, StaffSessions sessions, SignOnProviders providers) {
    this.changePassword = changePassword;
    this.sessions = sessions;
    this.providers = providers;
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

  /**
   * Signs out here, and then of the provider where single sign-on has led in: otherwise the next
   * person at the same browser would come in by one click. A page of this site stands between, for
   * no form of the console leads elsewhere.
   */
  @PostMapping("/console/logout")
  ModelAndView logout(
      StaffSession session, HttpServletRequest request, HttpServletResponse response) {
    Optional<URI> provider = BrowserSession.provider(request).flatMap(providers::signOut);
    sessions.signOut(session.key());
    BrowserSession.end(request);
    if (provider.isEmpty()) {
      return new ModelAndView("redirect:/console/login?ended=signed-out");
    }
    request.removeAttribute("frame");
    response.setHeader("Refresh", "0;url=" + provider.get());
    return new ModelAndView("console/signed-out").addObject("provider", provider.get().toString());
  }

  private static ModelAndView page(
      StaffSession session, @Nullable String refusal, HttpStatus status) {
    return new ModelAndView(PASSWORD, status)
        .addObject("forced", session.mustChangePassword())
        .addObject("user", session.identity().user().value())
        .addObject("refusal", refusal);
  }
}
