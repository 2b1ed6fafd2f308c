package jp.chukan.gateway.browser;

/** 「ログイン」, the page before everything. */
record LoginPage(Chromium browser) {
  static final String ADDRESS = "/console/login";

  static LoginPage open(Chromium browser) {
    browser.open(ADDRESS);
    return new LoginPage(browser);
  }

  void signIn(String institution, String user, String password) {
    browser.type("#institution", institution);
    browser.type("#user", user);
    browser.type("#password", password);
    browser.send("#password");
  }
}
