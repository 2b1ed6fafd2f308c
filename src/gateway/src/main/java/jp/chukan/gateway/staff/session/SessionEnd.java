package jp.chukan.gateway.staff.session;

/** Why a session ended. */
public enum SessionEnd {
  /** The person signed out. */
  SIGNED_OUT("logout"),
  /** Nothing came for too long (JN-24, MU-02). */
  IDLE("logout-idle"),
  /** The account was disabled or changed (JN-35). */
  REVOKED("logout-revoked"),
  /** The person signed in elsewhere more often than sessions are kept. */
  DISPLACED("logout-displaced");

  private final String function;

  SessionEnd(String function) {
    this.function = function;
  }

  /** As the 「操作ログ」 names it. */
  String function() {
    return function;
  }
}
