package jp.chukan.gateway.browser;

/** 「パスキー」: enrols the first one, and proves the person by it. */
record PasskeyPage(Chromium browser) {
  static final String ADDRESS = "/console/passkey";
  private static final String BUTTON = "#passkey button";

  static PasskeyPage open(Chromium browser) {
    browser.open(ADDRESS);
    return new PasskeyPage(browser);
  }

  /** Whether the button makes a passkey or signs with one: {@code enrolment} or {@code proof}. */
  String mode() {
    return String.valueOf(browser.find("#passkey").getDomAttribute("data-mode"));
  }

  /** The device does as it is asked, and the page leads on. */
  void use() {
    browser.press(BUTTON);
  }

  /** The device does not know its user, and the page says so. */
  String failToUse() {
    browser.find(BUTTON).click();
    browser.until(page -> browser.find("#passkey-refused").isDisplayed());
    return browser.find("#passkey-refused").getText();
  }
}
