package jp.chukan.gateway.browser;

import java.util.List;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;

/** 「職員の申請」 and 「職員」, where accounts begin. */
record AccountPages(Chromium browser) {

  void apply(UserId user, String name, StaffRole... roles) {
    browser.open("/console/staff-applications");
    browser.type("#user", user.value());
    browser.type("#name", name);
    browser.type("#department", StaffBed.DEPARTMENT.value());
    for (StaffRole role : List.of(roles)) {
      browser.find("input[name=roles][value=" + role + "]").click();
    }
    browser.type("#reason", "配属のため");
    browser.send("#user");
  }

  /** Approves the account and returns the initial password, which is shown this once. */
  String approve(UserId user) {
    browser.open("/console/staff");
    browser.press("a[href='/console/staff/account?user=" + user + "']");
    browser.press("form[action='/console/staff/approval'] button");
    return browser.find("code.initial").getText();
  }
}
