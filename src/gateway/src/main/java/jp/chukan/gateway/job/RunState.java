package jp.chukan.gateway.job;

/** How a run of a job stands, or ended. */
public enum RunState {
  /** Somebody has asked for it. */
  WAITING,
  RUNNING,
  /** Came to its end. */
  DONE,
  /** Did not do what it is for, or not all of it. */
  FAILED,
  /** Ended early because somebody wanted so. */
  CANCELLED,
  /** Ended early because its node was stopped. */
  STOPPED,
  /** Its node was gone before it ended. */
  LOST;

  /** Whether nobody wanted it to end where it did: it is caught up. */
  boolean isInterrupted() {
    return this == STOPPED || this == LOST;
  }
}
