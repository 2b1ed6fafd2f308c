package jp.chukan.gateway.browser;

import java.util.List;
import org.openqa.selenium.By;

/** 「副本の申請」, reached through the list and opened for a purpose. */
record ProposalPage(Chromium browser) {
  private static final String ADDRESS = ReplicaPage.ADDRESS + "/proposals/";

  static ProposalPage open(Chromium browser, String number) {
    // those that have ended are listed too
    browser.open(ReplicaPage.ADDRESS + "?all=1");
    browser.press("a[href='" + ADDRESS + number + "']");
    browser.type("#purpose", "申請の確認");
    browser.send("#purpose");
    return new ProposalPage(browser);
  }

  String state() {
    return browser.find(".facts .state").getText();
  }

  /** Name, value before and value after of what changes. */
  List<List<String>> changes() {
    return browser.all(".compared tr.changed").stream()
        .map(
            row ->
                row.findElements(By.cssSelector("th > span:first-child, td")).stream()
                    .limit(3)
                    .map(cell -> cell.getText().strip())
                    .toList())
        .toList();
  }

  /** What became of it so far, the first step first. */
  List<String> steps() {
    return browser.all(".trace strong").stream().map(step -> step.getText().strip()).toList();
  }

  boolean offers(String action) {
    return !browser.all(button(action)).isEmpty();
  }

  void take(String action, String comment) {
    browser.type("#comment", comment);
    browser.press(button(action));
  }

  /** As somebody would who changes the page before sending it. */
  void forge(String offered, String action) {
    browser.script(
        "arguments[0].value = arguments[1]; return true", browser.find(button(offered)), action);
    browser.press(button(action));
  }

  /** Asks for the form that enters it anew. */
  ReplicaPage revise() {
    browser.press("button[formaction$='/revision']");
    return new ReplicaPage(browser);
  }

  private static String button(String action) {
    return "button[name=action][value=" + action + "]";
  }

  /** What the page tells of a deed that was refused. */
  String refusal() {
    return browser.find(".notice.bad").getText();
  }
}
