package jp.chukan.gateway.reconciliation;

/** What is wrong about one record. */
public enum FindingKind {
  /** The register has it, and there is no 「副本」. */
  MISSING,
  /** There is a 「副本」, and the register has none. */
  EXTRA,
  /** Both have it and do not say the same. */
  DIFFERENT
}
