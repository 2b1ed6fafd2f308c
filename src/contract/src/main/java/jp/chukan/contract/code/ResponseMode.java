package jp.chukan.contract.code;

/** What 「自動応答不可フラグ」 decides: whether a 副本 may answer without people (MS-05). */
public enum ResponseMode {
  AUTOMATIC,
  APPROVAL_REQUIRED
}
