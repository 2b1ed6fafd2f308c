package jp.chukan.gateway.browser;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;

/** A fictitious person of the staff before a browser. */
record Person(Chromium browser, InstitutionCode institution, UserId user) {

  /** Somebody whose account was approved and who has chosen a password. */
  static Person of(
      StaffBed bed, Chromium browser, InstitutionCode institution, StaffRole... roles) {
    return new Person(browser, institution, bed.person(institution, roles));
  }

  Person signIn() {
    LoginPage.open(browser).signIn(institution.value(), user.value(), StaffBed.PASSWORD);
    return this;
  }

  /** Signs in and proves oneself by a passkey, which is made first. */
  Person signInWithNewPasskey() {
    signIn();
    PasskeyPage.open(browser).use();
    PasskeyPage.open(browser).use();
    return this;
  }

  void signOut() {
    browser.send("form[action='/console/logout'] button");
  }
}
