package jp.chukan.gateway.browser;

import static jp.chukan.gateway.testing.ProvisionDraft.RESIDENT_RECORD;

import jp.chukan.contract.code.ItemCode;
import jp.chukan.gateway.console.TerminalBed;

/** 「副本」 of one person and the form that proposes a change of it. */
record ReplicaPage(Chromium browser) {
  static final String ADDRESS = "/console/replicas";

  /** Finds the person by number and day of birth. */
  static ReplicaPage search(Chromium browser, String addressee) {
    browser.open(ADDRESS);
    browser.type("#addressee", addressee);
    browser.day("#birthDate", TerminalBed.BORN);
    browser.choose("#information", RESIDENT_RECORD.value());
    browser.type("#purpose", TerminalBed.PURPOSE);
    browser.send("#purpose");
    return new ReplicaPage(browser);
  }

  /** Asks for the form of this kind of change. */
  ReplicaPage propose(String kind) {
    browser.press("button[name=kind][value=" + kind + "]");
    return this;
  }

  ReplicaPage type(ItemCode item, String value) {
    browser.type(field(item), value);
    return this;
  }

  /** What stands in the field of the item. */
  String typed(ItemCode item) {
    return String.valueOf(browser.find(field(item)).getDomProperty("value"));
  }

  /** What the form says is wrong with the item. */
  String faultAt(ItemCode item) {
    return browser.find("#fault-" + item).getText();
  }

  private static String field(ItemCode item) {
    return "#item-" + item;
  }

  /** Sends the form; returns the number of the proposal where it became one. */
  String enter(String reason) {
    browser.type("#reason", reason);
    browser.send("#reason");
    return browser.place().replaceAll(".*/", "");
  }
}
