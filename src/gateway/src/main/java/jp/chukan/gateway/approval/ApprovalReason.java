package jp.chukan.gateway.approval;

/** Why people must decide; for the municipality only, never told to the inquirer. */
public enum ApprovalReason {
  /** 「自動応答不可フラグ」 is set (MS-05). */
  FLAGGED,
  /** No 「副本」 is published for the person (MS-07). */
  NO_REPLICA,
  /** The stored 「副本」 and the asked items do not fit one layout (MS-07). */
  LAYOUT_MISMATCH
}
