package jp.chukan.gateway.reconciliation;

/** How a comparison stands. */
public enum ReconciliationState {
  /** The file is here and waits to be compared. */
  WAITING,
  /** It is compared. */
  DONE,
  /** It could not be compared. */
  FAILED,
  /** Somebody called it off. */
  CANCELLED
}
