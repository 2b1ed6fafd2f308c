package jp.chukan.gateway.browser;

/** 「最初の団体管理者の登録」 with a one-time code. */
record FirstPage(Chromium browser) {

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
