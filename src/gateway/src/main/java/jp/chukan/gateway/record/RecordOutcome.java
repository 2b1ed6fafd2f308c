package jp.chukan.gateway.record;

/** How an exchange stands after the deed that the record tells of. */
public enum RecordOutcome {
  PROVIDED,
  AWAITING_APPROVAL,
  REFUSED,
  /** The inquirer got no answer within the time limit. */
  UNANSWERED
}
