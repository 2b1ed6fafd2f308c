package jp.chukan.gateway.staff;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Pages of a test, each with another rule. */
@Controller
@ResponseBody
class PagesOfRoles {

  @GetMapping("/console/test/none")
  String none() {
    return "open";
  }

  @OpenTo(StaffRole.OFFICER)
  @GetMapping("/console/test/officer")
  String officer(StaffIdentity staff) {
    return staff.institution() + " " + staff.user() + " " + staff.passkey();
  }

  @OpenTo(StaffRole.APPROVER)
  @GetMapping("/console/test/approver")
  String approver(StaffIdentity staff) {
    return staff.institution() + " " + staff.user() + " " + staff.passkey();
  }

  @OpenTo(StaffRole.OPERATOR)
  @GetMapping("/console/test/operator")
  String operator() {
    return "open";
  }

  /** Breaks in the middle of its template. */
  @OpenTo(StaffRole.OFFICER)
  @GetMapping("/console/test/broken")
  ModelAndView broken() {
    return new ModelAndView("console/test-broken").addObject("person", "架空 花子");
  }
}
