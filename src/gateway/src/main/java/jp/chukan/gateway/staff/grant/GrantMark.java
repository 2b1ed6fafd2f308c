package jp.chukan.gateway.staff.grant;

/** What a review of the grants looks at (JN-36). */
public enum GrantMark {
  /** Begins on a later day. */
  LATER("開始前"),
  /** Ends within 30 days. */
  SOON("30日以内に終了"),
  /** Has ended. */
  EXPIRED("期限切れ"),
  /** The person has no account in the console. */
  NO_ACCOUNT("アカウントなし"),
  /** The account of the person is disabled, or waits for approval. */
  NOT_IN_USE("停止中または承認待ち"),
  /** The person is neither 担当者 nor 承認者. */
  ROLE_MISSING("役割なし"),
  /** For another department than the account's. */
  OTHER_DEPARTMENT("所属と異なる部署");

  private final String japanese;

  GrantMark(String japanese) {
    this.japanese = japanese;
  }

  /** As files write it. */
  public String japanese() {
    return japanese;
  }
}
