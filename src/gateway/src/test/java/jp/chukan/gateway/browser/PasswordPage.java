package jp.chukan.gateway.browser;

/** 「パスワードの変更」. */
record PasswordPage(Chromium browser) {
  static final String ADDRESS = "/console/password";

  void change(String present, String next, String again) {
    browser.type("#present", present);
    browser.type("#next", next);
    browser.type("#again", again);
    browser.send("#again");
  }
}
