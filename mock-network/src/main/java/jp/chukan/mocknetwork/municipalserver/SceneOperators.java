package jp.chukan.mocknetwork.municipalserver;

import jp.chukan.mocknetwork.identityprovision.Occasion;

/** The operators of 市町村CS in a day of the country. */
final class SceneOperators {
  static final String APPROVER = "SK000002";

  private SceneOperators() {}

  static Occasion occasion(String purpose) {
    return new Occasion("SK000001", "CS-01", purpose);
  }
}
