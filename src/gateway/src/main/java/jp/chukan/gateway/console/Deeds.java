package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** How a page goes on after a deed: elsewhere when it took effect, on the same page when not. */
final class Deeds {
  private Deeds() {}

  /** Leads to a page that names a person of the staff and tells what was done. */
  static String back(String path, String name, UserId user, String done) {
    return "redirect:"
        + UriComponentsBuilder.fromPath(path)
            .queryParam(name, "{user}")
            .queryParam("done", done)
            .encode()
            .buildAndExpand(user.value())
            .toUriString();
  }

  /** The page tells why not, with the row of the catalogue. */
  static void refuse(ErrorCode code, Model model, HttpServletResponse response) {
    model.addAttribute("refusal", code);
    response.setStatus(status(code));
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case SCM_ACCOUNT_NOT_ALLOWED,
          SCM_ACCOUNT_SAME_PERSON,
          SCM_GRANT_NOT_ALLOWED,
          SCM_GRANT_SAME_PERSON,
          SCM_EXPORT_NOT_ALLOWED,
          SCM_EXPORT_SAME_PERSON,
          SYM_JOB_NOT_ALLOWED ->
          HttpServletResponse.SC_FORBIDDEN;
      case SCM_ACCOUNT_WAITING,
          SCM_ACCOUNT_NOT_WAITING,
          SCM_ACCOUNT_NOT_LOCKED,
          SCM_USER_EXISTS,
          SCM_GRANT_WAITING,
          SCM_GRANT_DECIDED,
          SCM_GRANT_DUPLICATE,
          SCM_GRANT_GONE,
          SCM_EXPORT_DECIDED,
          SCM_EXPORT_NOT_APPROVED,
          SCM_EXPORT_EXPIRED,
          SCM_EXPORT_TAKEN,
          SYM_JOB_RUNNING,
          SYM_JOB_NOT_RUNNING ->
          HttpServletResponse.SC_CONFLICT;
      case SCM_ACCOUNT_UNKNOWN, SCM_GRANT_UNKNOWN, SCM_EXPORT_UNKNOWN ->
          HttpServletResponse.SC_NOT_FOUND;
      default -> HttpServletResponse.SC_BAD_REQUEST;
    };
  }
}
