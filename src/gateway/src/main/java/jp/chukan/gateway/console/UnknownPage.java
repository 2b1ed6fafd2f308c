package jp.chukan.gateway.console;

import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every path of the console that no page has, but for the files of its look. */
@Controller
@OpenTo({
  StaffRole.OFFICER,
  StaffRole.APPROVER,
  StaffRole.AUDITOR,
  StaffRole.ADMINISTRATOR,
  StaffRole.OPERATOR
})
class UnknownPage {
  static final String PATTERN = "/console/{page:(?!assets$).+}/**";

  @RequestMapping(PATTERN)
  String show() {
    throw PageRefusal.unknownPage();
  }
}
