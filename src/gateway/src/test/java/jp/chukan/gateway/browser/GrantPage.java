package jp.chukan.gateway.browser;

import java.util.List;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.testing.ProvisionDraft;
import org.openqa.selenium.WebElement;

/** 「権限の申請の内容」: one application for a grant, from its form to its end. */
record GrantPage(Chromium browser) {
  static final String LIST = "/console/grant-applications";
  static final String REASON = "児童手当の担当のため";

  /** Applies in the person's department for the 「事務」 of the tests until the end of the year. */
  static GrantPage apply(Chromium browser, UserId user, GrantedFunction function) {
    browser.open(LIST + "?user=" + user);
    browser.type("#affair", ProvisionDraft.AFFAIR.value());
    browser.choose("#function", function.name());
    browser.type("#reason", REASON);
    browser.send("#affair");
    return new GrantPage(browser);
  }

  /** Opens it from the list of what waits. */
  static GrantPage open(Chromium browser, String number) {
    browser.open(LIST);
    browser.press("a[href='" + LIST + "/" + number + "']");
    return new GrantPage(browser);
  }

  /** Number of the application that is shown. */
  String number() {
    return browser.place().replaceAll(".*/|[?].*", "");
  }

  boolean offersToGive() {
    return !browser.all("form[action$='/giving']").isEmpty();
  }

  void give() {
    browser.press("form[action$='/giving'] button");
  }

  void refuse(String reason) {
    browser.type("#reason", reason);
    browser.send("#reason");
  }

  void withdraw() {
    browser.press("form[action$='/withdrawal'] button");
  }

  /** What the page tells of the deed. */
  String told() {
    return browser.find(".notice").getText();
  }

  /** What is known of the application, as its reader sees it. */
  List<String> facts() {
    return browser.all(".facts dd").stream().map(WebElement::getText).toList();
  }
}
