package jp.chukan.gateway.browser;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;

/** A fictitious person of the staff before a browser. */
record Person(Chromium browser, InstitutionCode institution, UserId user) {

  /** Somebody whose account was approved, who has chosen a password and may do what roles allow. */
  static Person of(
      StaffBed bed, Chromium browser, InstitutionCode institution, StaffRole... roles) {
    UserId user = bed.person(institution, roles);
    WholeGrant.give(bed, institution, user);
    return new Person(browser, institution, user);
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

  /** The same with a passkey that the browser holds already. */
  Person signInWithPasskey() {
    signIn();
    PasskeyPage.open(browser).use();
    return this;
  }

  /** Signs in for the first time: chooses a password before anything else. */
  Person signInFirst(String initial) {
    LoginPage.open(browser).signIn(institution.value(), user.value(), initial);
    new PasswordPage(browser).change(initial, StaffBed.PASSWORD, StaffBed.PASSWORD);
    return this;
  }

  void signOut() {
    browser.send("form[action='/console/logout'] button");
  }
}
