package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.staff.SingleSignOnSettings;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import jp.chukan.gateway.staff.account.EnrolFirstAdministrator;
import jp.chukan.gateway.staff.session.SignIn;
import jp.chukan.gateway.staff.session.SignInOutcome.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages before anybody is signed in. */
@Controller
@WithoutRole
class LoginPages {
  private static final String LOGIN = "console/login";
  private static final String FIRST = "console/first";

  private final SignIn signIn;
  private final EnrolFirstAdministrator enrolFirst;
  private final BrowserSession browserSession;
  private final SingleSignOnSettings signOn;
  private final LoginAttempts attempts;

  LoginPages(
      SignIn signIn,
      EnrolFirstAdministrator enrolFirst,
      BrowserSession browserSession,
      SingleSignOnSettings signOn,
      LoginAttempts attempts) {
    this.signIn = signIn;
    this.enrolFirst = enrolFirst;
    this.browserSession = browserSession;
    this.signOn = signOn;
    this.attempts = attempts;
  }

  @GetMapping("/console/login")
  ModelAndView login(@RequestParam(required = false) @Nullable String ended) {
    return page(HttpStatus.OK).addObject("ended", ended);
  }

  @PostMapping("/console/login")
  ModelAndView login(
      @RequestParam(defaultValue = "") String institution,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Duration> wait = attempts.take(request.getRemoteAddr());
    if (wait.isPresent()) {
      return tooMany(page(HttpStatus.TOO_MANY_REQUESTS), wait.get(), response);
    }
    if (signIn.signIn(institution, user, password) instanceof SignedIn in) {
      attempts.giveBack(request.getRemoteAddr());
      browserSession.begin(request, in.key(), null);
      return new ModelAndView("redirect:/console/account");
    }
    return page(HttpStatus.UNAUTHORIZED).addObject("refused", true);
  }

  private ModelAndView page(HttpStatus status) {
    return new ModelAndView(LOGIN, status).addObject("providers", signOn.registrations());
  }

  /** The same for whoever asks: nothing was looked at. */
  private static ModelAndView tooMany(
      ModelAndView page, Duration wait, HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
    return page.addObject("tooMany", ErrorCode.SCM_TOO_MANY_ATTEMPTS);
  }

  @GetMapping("/console/first")
  ModelAndView first() {
    return new ModelAndView(FIRST);
  }

  @PostMapping("/console/first")
  ModelAndView first(
      @RequestParam(defaultValue = "") String institution,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Duration> wait = attempts.take(request.getRemoteAddr());
    if (wait.isPresent()) {
      return tooMany(new ModelAndView(FIRST, HttpStatus.TOO_MANY_REQUESTS), wait.get(), response);
    }
    return switch (enrolFirst.enrol(institution, user.strip(), code, password)) {
      case Changed changed -> {
        attempts.giveBack(request.getRemoteAddr());
        yield new ModelAndView("redirect:/console/login?ended=first");
      }
      case Refused refused ->
          new ModelAndView(FIRST, HttpStatus.BAD_REQUEST)
              .addObject("refusal", refused.refusal().message());
    };
  }
}
