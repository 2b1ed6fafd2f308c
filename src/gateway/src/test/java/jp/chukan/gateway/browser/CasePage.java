package jp.chukan.gateway.browser;

import java.util.List;
import org.openqa.selenium.By;

/** 「承認待ちの案件」, reached through the list and opened for a purpose. */
record CasePage(Chromium browser) {
  private static final String LIST = "/console/approvals";

  static CasePage open(Chromium browser, String caseId) {
    browser.open(LIST);
    browser.press("a[href='" + LIST + "/" + caseId + "']");
    browser.type("#purpose", "提供の審査");
    browser.send("#purpose");
    return new CasePage(browser);
  }

  /** What would leave, item by item, as the person sees it. */
  List<String> outgoing() {
    return browser.all("#content ~ .table tbody tr td:last-child").stream()
        .map(cell -> cell.getText().strip())
        .toList();
  }

  /** Whether the person is offered to do this. */
  boolean offers(String deed) {
    return !browser.all("input[name=deed][value=" + deed + "]").isEmpty();
  }

  void choose(String deed, String comment) {
    browser.find("input[name=deed][value=" + deed + "]").click();
    browser.type("#comment", comment);
  }

  /** Marks an item that is not to leave. */
  void withhold(String item) {
    browser.find("input[name=withheld][value=" + item + "]").click();
  }

  void send() {
    browser.send("#comment");
  }

  void decide(String deed, String comment) {
    choose(deed, comment);
    send();
  }

  String comment() {
    return String.valueOf(browser.find("textarea").getDomProperty("value"));
  }

  /** What the list or the case tells of the deed. */
  String told() {
    return browser.driver().findElement(By.cssSelector(".notice")).getText();
  }
}
