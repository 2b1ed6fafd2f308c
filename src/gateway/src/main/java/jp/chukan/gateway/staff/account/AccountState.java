package jp.chukan.gateway.staff.account;

/** How an account stands; none is ever deleted. */
public enum AccountState {
  /** 「承認待ち」: applied for, and of no use until another person approves (JN-14). */
  PENDING("承認待ち"),
  /** 「有効」: its person may sign in. */
  ACTIVE("有効"),
  /** 「停止」: refused at once, running sessions too (JN-35). */
  DISABLED("停止");

  private final String japanese;

  AccountState(String japanese) {
    this.japanese = japanese;
  }

  /** As staff read it. */
  public String japanese() {
    return japanese;
  }
}
