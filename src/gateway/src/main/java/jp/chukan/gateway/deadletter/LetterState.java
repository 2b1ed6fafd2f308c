package jp.chukan.gateway.deadletter;

/** How a dead letter stands. */
public enum LetterState {
  /** It waits for a decision. */
  KEPT,
  /** It goes back to its queue as soon as the broker takes it. */
  REDRIVING,
  /** It is in its queue again; nothing of what it said is here any more. */
  REDRIVEN,
  /** Nobody wants it; nothing of what it said is here any more. */
  DISCARDED
}
