package jp.chukan.gateway.record;

/** What a leaf of the tree is the evidence of. */
public enum LeafKind {
  /** 「情報提供等記録」. */
  PROVISION,
  /** 「操作ログ」. */
  OPERATION,
  /** That records were removed after their 「保管期限」. */
  PURGE
}
