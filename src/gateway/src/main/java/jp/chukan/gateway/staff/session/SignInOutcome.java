package jp.chukan.gateway.staff.session;

/** Outcome of a login. */
public sealed interface SignInOutcome {

  /** The person is in, with a session of their own. */
  record SignedIn(SessionKey key) implements SignInOutcome {}

  /** Not let in. Why is in the 「操作ログ」 only: an answer would tell which accounts there are. */
  record Refused() implements SignInOutcome {}
}
