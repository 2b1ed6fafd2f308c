package jp.chukan.gateway.browser;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.account.FirstAdministratorCode;
import jp.chukan.gateway.staff.account.MakeFirstAdministratorCode;

/** 「最初の団体管理者の登録」 with a one-time code. */
record FirstPage(Chromium browser) {

  /** The code as the operator hands it over; nobody else is left who administrates. */
  static String code(StaffBed bed, InstitutionCode institution, UserId user) {
    bed.gateway
        .database()
        .everything()
        .sql(
            """
            update staff_account
               set state = 'DISABLED', disabled_at = coalesce(disabled_at, applied_at)
             where institution_code = ? and 'ADMINISTRATOR' = any(roles)
            """)
        .param(institution.value())
        .update();
    return ((FirstAdministratorCode.Made)
            bed.bean(MakeFirstAdministratorCode.class)
                .make(institution, user, "架空 管理者", "operator-client"))
        .code();
  }

  static FirstPage open(Chromium browser) {
    browser.open("/console/first");
    return new FirstPage(browser);
  }

  void enrol(String institution, String user, String code, String password) {
    browser.type("#institution", institution);
    browser.type("#user", user);
    browser.type("#code", code);
    browser.type("#password", password);
    browser.send("#password");
  }
}
