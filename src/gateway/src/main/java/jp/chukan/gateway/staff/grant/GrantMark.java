package jp.chukan.gateway.staff.grant;

/** What a review of the grants looks at (JN-36). */
public enum GrantMark {
  /** Begins on a later day. */
  LATER,
  /** Ends within 30 days. */
  SOON,
  /** Has ended. */
  EXPIRED,
  /** The person has no account in the console. */
  NO_ACCOUNT,
  /** The account of the person is disabled, or waits for approval. */
  NOT_IN_USE,
  /** The person is neither 担当者 nor 承認者. */
  ROLE_MISSING,
  /** For another department than the account's. */
  OTHER_DEPARTMENT
}
